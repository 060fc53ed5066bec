import { and, count, eq, ne, sql } from "drizzle-orm";
import { document, documentTemplate } from "#db/schema/index";
import { mayKeepTemplate, mayTakeBackTemplate } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { aboutFact, accessDocument } from "../access-document.server";
import { MakeTemplateInput, TakeBackTemplateInput } from "../input";
import { askState } from "../writing/join-document.server";
import { templateMade, templateTakenBack } from "./facts";
import { withoutPeople } from "./without-people";

/**
 * Makes what a text says now a template of its leerplek; doing it again takes what it says then, and changes nothing when
 * that is the same. @throws AppError `too_many_templates`, or the rule's code.
 */
export const makeTemplate = defineAction({
  name: "document.make-template",
  input: MakeTemplateInput,
  limit: perPerson(30, "hour"),
  prepare: async (ctx, input) => {
    const { relation } = await accessDocument(ctx, input.document);
    const may = mayKeepTemplate(ctx.actor, relation);
    if (may !== true) throw new AppError(may);
    return withoutPeople((await askState(ctx, input.document, "project", { document: input.document })).answer.content);
  },
  load: (ctx, input) => accessDocument(ctx, input.document),
  allow: (actor, { relation }) => mayKeepTemplate(actor, relation),
  run: async (ctx, { loaded, prepared, fact }) => {
    const { id, spaceId, title, licence } = loaded.document;
    const [others] = await ctx.db
      .select({ count: count() })
      .from(documentTemplate)
      .innerJoin(document, eq(document.id, documentTemplate.documentId))
      .where(and(eq(document.spaceId, spaceId), ne(document.id, id)));
    if (others!.count >= limits.templatesInSpace) throw new AppError("too_many_templates");
    const made = { title, licence, content: { ...prepared }, madeAt: ctx.now };
    const { title: named, licence: under, content } = documentTemplate;
    const changed = await ctx.db
      .insert(documentTemplate)
      .values({ documentId: id, ...made })
      .onConflictDoUpdate({ target: documentTemplate.documentId, set: made, setWhere: sql`(${named}, ${under}, ${content}) IS DISTINCT FROM (excluded.title, excluded.licence, excluded.content)` })
      .returning({ id: documentTemplate.documentId });
    if (changed.length > 0) fact(templateMade, { ...aboutFact(loaded), data: {} });
    return { id };
  },
});

/** Takes the template of a text back; the text and what began with it stay. Doing it again changes nothing. @throws AppError the rule's code. */
export const takeBackTemplate = defineAction({
  name: "document.take-back-template",
  input: TakeBackTemplateInput,
  limit: perPerson(30, "hour"),
  load: (ctx, input) => accessDocument(ctx, input.document),
  allow: (actor, { relation }) => mayTakeBackTemplate(actor, relation),
  run: async (ctx, { loaded, fact }) => {
    const { id } = loaded.document;
    const gone = await ctx.db.delete(documentTemplate).where(eq(documentTemplate.documentId, id)).returning({ id: documentTemplate.documentId });
    if (gone.length > 0) fact(templateTakenBack, { ...aboutFact(loaded), data: {} });
    return { id };
  },
});
