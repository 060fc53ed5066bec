import { z } from "zod";
import { limits } from "~/platform/limits";
import { writtenLine, writtenText } from "~/platform/written-text";
import { discussionKinds } from "./facts";
import { leadsTo } from "./questions/facts";
import { windowSize } from "./views";
import { reactionKinds } from "./reactions/kinds";

const id = z.uuid("not_valid");
const number = z.number().int().min(1).max(2 ** 31 - 1);
const text = writtenText(limits.messageCharacters);
const title = writtenLine(limits.titleCharacters, 3);
/** Of forms, where a number comes as text. */
const rev = z.coerce.number().int().min(1).max(2 ** 31 - 1);

/** What a picture shows, in words: for who does not see it. */
const alt = writtenLine(limits.pictureAltCharacters);

/** A picture that `addPicture` or `addFirstPicture` took in, as a message names it. */
const givenPicture = z.strictObject({ id, alt });

export const StartDiscussionInput = z
  .strictObject({
    /** Made by the client, so that a retry starts one conversation. */
    id,
    groupId: id,
    kind: z.enum(discussionKinds),
    title,
    /** The first message; a question may do without, and a picture says enough. */
    text: writtenText(limits.messageCharacters, 0).default(""),
    picture: givenPicture.nullish(),
  })
  .superRefine((given, issues) => {
    if (given.kind !== "question" && given.text === "" && !given.picture) issues.addIssue({ code: "custom", path: ["text"], message: "required" });
  });

export const SuggestNamesInput = z.strictObject({
  discussion: id,
  /** What stands after the "@" so far. */
  typed: z.string().max(limits.nameCharacters),
});

/** What is looked at before it is sent may be empty, or too long yet. */
export const PreviewInput = z.strictObject({ discussion: id, text: z.string().max(limits.messageCharacters * 2) });

export const PostMessageInput = z.strictObject({
  /** Made by the client, so that a retry posts once. */
  id,
  discussion: id,
  text,
  replyTo: id.nullish(),
  picture: givenPicture.nullish(),
});

const file = z.instanceof(Uint8Array, { error: "required" });

export const AddPictureInput = z.strictObject({ discussion: id, file });
export const AddFirstPictureInput = z.strictObject({ groupId: id, kind: z.enum(discussionKinds), file });

/** The words with a picture, as its form sends them: the text may stay empty, what is to be seen may not. */
export const PictureFormInput = z.object({ text: writtenText(limits.messageCharacters, 0).default(""), alt });

export const TypeInInput = z.strictObject({
  /** Made by the form, so that sending twice posts once. */
  id,
  discussion: id,
  /** Whose words these are: their membership of the leerplek, as others see it. */
  member: id,
  text,
});

export const EditMessageInput = z.strictObject({ id, text, rev, /** Only with a picture. */ alt: alt.optional() });
export const PutBackInput = z.strictObject({ id });
export const RemoveMessageInput = z.strictObject({ id });
/** `on` says what it must be, so that sending it twice does it once. */
export const ReactInput = z.strictObject({ id, kind: z.enum(reactionKinds), on: z.union([z.boolean(), z.stringbool()]) });
export const MoveDiscussionInput = z.strictObject({ discussion: id, to: id });
export const MoveMessageInput = z.strictObject({
  id,
  /** The conversation that it goes to: one that is there, or the id of a new one with the title and the group beside it. */
  to: id,
  title: z.union([z.literal(""), title]).optional(),
  group: id.optional(),
  /** The answers to it go along. */
  replies: z.union([z.boolean(), z.stringbool()]).default(false),
});
export const PinMessageInput = z.strictObject({ id, on: z.union([z.boolean(), z.stringbool()]) });
export const CloseDiscussionInput = z.strictObject({
  discussion: id,
  open: z.union([z.boolean(), z.stringbool()]),
  /** What came of it; only when it is closed. */
  summary: writtenText(limits.summaryCharacters, 0).default(""),
});

export const MarkReadInput = z.strictObject({
  discussion: id,
  /** What was seen, from and to, both included. */
  ranges: z.array(z.tuple([number, number])).min(1).max(50),
});

/** A part of a conversation, from a message on. */
export const PartInput = z.strictObject({ discussion: id, from: number, size: z.number().int().min(1).max(windowSize) });
export const PresenceInput = z.strictObject({ discussion: id, here: z.boolean() });
export const TypingInput = z.strictObject({ discussion: id });
export const SeenInput = z.strictObject({ discussion: id });

/** Of one group, or of all of one's own. */
export const MarkAllReadInput = z.strictObject({ groupId: id.optional() });

export const SupportInput = z.strictObject({ discussion: id, want: z.union([z.boolean(), z.stringbool()]) });
export const PickUpInput = z.strictObject({ discussion: id });
export const AnswerInput = z.strictObject({ discussion: id, toKind: z.enum(leadsTo), toId: id });

const questions = z.union([id.transform((one) => [one]), z.array(id)], "not_valid").default([]).pipe(z.array(id).max(200)).transform((ids) => [...new Set(ids)].sort());

export const MakeBundleInput = z.strictObject({ id, spaceId: id, title, questions: questions.pipe(z.array(id).min(1)) });
export const ChangeBundleInput = z.strictObject({ id, title, questions: questions.pipe(z.array(id).min(1)), rev });
export const LeadBundleInput = z.strictObject({ bundle: id, toKind: z.enum(["document", "activity", "experiment"]), toId: id });
