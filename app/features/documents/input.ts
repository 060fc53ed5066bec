import { z } from "zod";
import { textReaders, textWriters } from "~/permissions/document-access";
import { limits } from "~/platform/limits";
import { cleanText, writtenLine, writtenText } from "~/platform/written-text";
import { namesAtOnce } from "./live";
import { audiences, minutesAtMost, textLanguages } from "./library/choices";
import { fromBase64 } from "./writing/base64";

const id = z.uuid("not_valid");
const bytes = (most: number) => z.instanceof(Uint8Array).refine((value) => value.byteLength <= most, "too_long");

/** Licences that a text may carry: open ones, in the names that people look for. */
export const licences = ["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0"] as const;
export type Licence = (typeof licences)[number];

/** Questions to start from; their words stand in the catalogue. */
export const templates = ["empty", "plan", "recipe", "story", "meeting", "tryout", "lesson", "notes"] as const;
export type Template = (typeof templates)[number];

export const CreateDocumentInput = z.strictObject({
  /** Made by the client, so that a retry begins one text. */
  id,
  groupId: id,
  title: writtenLine(limits.titleCharacters, 3),
  licence: z.enum(licences).default("CC BY 4.0"),
  /** One of the product's, or by id one of the leerplek's. */
  template: z.union([z.enum(templates), id]).default("empty"),
  /** First lines; they come after the template's. */
  text: writtenText(limits.longTextCharacters, 0).default(""),
  /** The learning material that it begins with, under a licence that this one's allows. */
  fromEdition: id.optional(),
  /** Beneath which text of the group; empty at the top. */
  parent: z.union([z.literal(""), id]).default(""),
  /** Where few read it, those are who begins it and, beneath a text that few read, these. */
  readBy: z.enum(textReaders, "not_valid").default("group"),
});

export const ImportDocumentInput = z.strictObject({
  id,
  groupId: id,
  /** Empty: the title that stands in the file. */
  title: writtenLine(limits.titleCharacters, 0).default(""),
  licence: z.enum(licences).default("CC BY 4.0"),
  readBy: z.enum(textReaders, "not_valid").default("group"),
  file: z.instanceof(Uint8Array).refine((value) => value.byteLength > 0, "required").refine((value) => value.byteLength <= limits.documentFileBytes, "too_long"),
});

/** What is too large or no picture gets a code of its own. */
export const AddPictureInput = z.strictObject({ document: id, file: z.instanceof(Uint8Array).refine((value) => value.byteLength > 0, "required") });

/** A plain form sends one as it is. */
const people = z.union([id.transform((one) => [one]), z.array(id).max(limits.peopleOfText)]);
export const NarrowDocumentInput = z.strictObject({
  document: id,
  readBy: z.enum(textReaders, "not_valid"),
  /** Left out where few read: these write. */
  writtenBy: z.enum(textWriters, "not_valid").default("group"),
  /** Memberships of the leerplek, of people in the group; those alone count where few read or write. */
  few: people.default([]),
  rev: z.coerce.number().int().min(1).max(2 ** 31 - 1),
});

export const RenameDocumentInput = z.strictObject({
  id,
  title: writtenLine(limits.titleCharacters, 3),
  licence: z.enum(licences),
  /** For whom it is, how long it takes and its language; what is left out stays as it is. */
  audience: z.enum(audiences).optional(),
  minutes: z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(minutesAtMost)]).optional(),
  language: z.enum(textLanguages).optional(),
  rev: z.coerce.number().int().min(1).max(2 ** 31 - 1),
});

export const JoinDocumentInput = z.strictObject({ id, stateVector: bytes(limits.stateVectorBytes), schemaVersion: z.number().int().min(1).max(10_000), rows: z.boolean().optional() });

/** As it comes over the live connection; what is too large gets its own code, so the schema lets it through. */
export const LivePushInput = z.strictObject({ id, push: id, update: bytes(limits.liveEventBytes).refine((value) => value.byteLength > 0, "required") });
export const PushUpdateInput = LivePushInput.extend({ /** Of the editor that made it. */ schemaVersion: z.number().int().min(1).default(1) });

export const AwarenessInput = z.strictObject({ id, update: bytes(16 * 1024) });

/** What stands after the "@" so far. */
export const SuggestPeopleInput = z.strictObject({ document: id, typed: z.string().max(limits.nameCharacters) });
export const NamesOfPeopleInput = z.strictObject({ document: id, people: z.array(id).min(1).max(namesAtOnce) });

/** A Yjs relative position: the id of one sign, some ten bytes; a form sends it in base64. */
const position = z.union([bytes(64), z.base64().max(88).transform(fromBase64)]).optional();
export const PostCommentInput = z.strictObject({
  id,
  document: id,
  text: writtenText(limits.shortTextCharacters),
  /** The remark that it answers. */
  thread: id.optional(),
  /** The passage that it is about; what stands there the server reads for itself. */
  start: position,
  end: position,
});
export const ResolveCommentInput = z.strictObject({ id, resolved: z.union([z.boolean(), z.stringbool()]) });
export const EditCommentInput = z.strictObject({ id, text: writtenText(limits.shortTextCharacters), rev: z.coerce.number().int().min(1).max(2 ** 31 - 1) });
export const RemoveCommentInput = z.strictObject({ id });

/** Identity of an element in Yjs. */
const element = z.string().regex(/^\d{1,16}:\d{1,10}$/, "not_valid");
export const ChangeProposalInput = z.strictObject({
  /** Of the draft, made by the client. */
  id,
  document: id,
  /** Of this edit, so that a retry makes it once. */
  edit: id,
  key: element,
  how: z.enum(["replace", "after"]),
  /** None takes the piece away. */
  text: writtenText(limits.longTextCharacters, 0),
}).refine(({ how, text }) => how === "replace" || text !== "", { path: ["text"], error: "required" });
/** What the editor of a draft sends; too much of it gets its own code. */
export const PushProposalInput = z.strictObject({ id, document: id, update: bytes(limits.liveEventBytes).refine((value) => value.byteLength > 0, "required") });
export const JoinProposalInput = z.strictObject({ document: id, stateVector: bytes(limits.stateVectorBytes), schemaVersion: z.number().int().min(1).max(10_000) });
export const SendProposalInput = z.strictObject({ id, note: writtenText(limits.shortTextCharacters, 0).default("") });
export const WithdrawProposalInput = z.strictObject({ id });
export const DecideProposalInput = z.strictObject({
  id,
  take: z.enum(["all", "parts", "none"]),
  parts: z.union([element.transform((one) => [one]), z.array(element).max(5_000)]).default([]),
  reason: writtenText(limits.shortTextCharacters, 0).default(""),
}).refine(({ take, parts }) => take !== "parts" || parts.length > 0, { path: ["parts"], error: "required" })
  .refine(({ take, reason }) => take !== "none" || reason.length >= 3, { path: ["reason"], error: "required" });

export const NameRevisionInput = z.strictObject({ document: id, name: writtenLine(limits.nameCharacters, 2) });
export const RestoreRevisionInput = z.strictObject({ document: id, revision: id, /** Makes a retry restore once. */ push: id });

/** Names a part of a text by its Yjs id. */
const block = z.string().regex(/^\d{1,16}:\d{1,10}$/, "not_valid");
/** A plain form sends one as it is. */
const blocks = z.union([block.transform((one) => [one]), z.array(block).max(50)]);
const sign = z.string().regex(/^[\w-]{22}$/, "not_valid");
export const BeginEasyInput = z.strictObject({ /** Of the new text. */ id, /** The source. */ document: id, from: z.enum(["headings", "copy"]).default("headings") });
export const AlignEasyInput = z.strictObject({ document: id, easy: blocks.refine((list) => list.length > 0, "required"), source: blocks.default([]), /** Of what the source says, as it was seen. */ sign });
export const TakeEasyBlockInput = z.strictObject({ document: id, source: block, sign, /** Makes a retry take it once. */ push: id });

export const AnnounceInput = z.strictObject({ document: id });
export const CancelPublicationInput = z.strictObject({ document: id });
export const AnswerNamingInput = z.strictObject({ document: id, agreed: z.union([z.boolean(), z.stringbool()]) });
export const PublishInput = z.strictObject({ document: id, /** With the version that is easy to read. */ easy: z.union([z.boolean(), z.stringbool()]).default(false) });
export const WithdrawInput = z.strictObject({ edition: id, reason: writtenText(limits.shortTextCharacters, 3) });

export const TrashDocumentInput = z.strictObject({ document: id });
export const PutBackDocumentInput = z.strictObject({ document: id });
export const DeleteTrashedInput = z.strictObject({ document: id });

export const PlaceDocumentInput = z.strictObject({
  document: id,
  /** Beneath which text; empty at the top. */
  parent: z.union([z.literal(""), id]),
  /** Behind which of those that stand there; empty for the first place. */
  after: z.union([z.enum(["", "last"]), id]).default("last"),
});

export const MoveDocumentInput = z.strictObject({
  document: id,
  /** The other group. */
  to: id,
  /** Whether the texts beneath it go along, or stay behind at the top. */
  beneath: z.enum(["along", "stay"]).default("stay"),
});

export const SetPlainWordsInput = z.strictObject({
  spaceId: id,
  /** Line by line, so that each keeps the number that it has in the form. */
  lines: z
    .string()
    .max(limits.plainWordsCharacters * 2 + 100)
    .refine((text) => text.isWellFormed(), "not_valid")
    .transform((text) => text.split(/\r\n?|\n/).map((line) => cleanText(line).replace(/\s+/g, " ")))
    .refine((lines) => lines.join("\n").length <= limits.plainWordsCharacters && lines.filter(Boolean).length <= limits.plainWords, "too_long"),
  /** Of the list that was seen; 0 before there was one. */
  rev: z.coerce.number().int().min(0).max(2 ** 31 - 1),
});

export const MakeTemplateInput = z.strictObject({ document: id });
export const TakeBackTemplateInput = z.strictObject({ document: id });
