import { eq, sql } from "drizzle-orm";
import { document } from "#db/schema/index";
import { mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDocument } from "./access-document.server";
import { documentRenamed } from "./facts";
import { RenameDocumentInput } from "./input";
import { licencesAfter } from "./library/choices";
import { findOrigin } from "./library/origin.server";

/**
 * Changes the title, for whom a text is, and the licence that it may later be published under; what it was made from may
 * allow some licences alone.
 * @throws AppError `stale` when somebody else changed them meanwhile, or the rule's code.
 */
export const renameDocument = defineAction({
  name: "document.rename",
  input: RenameDocumentInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessDocument(ctx, input.id),
  allow: (actor, loaded) => mayWriteDocument(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { id, title, licence } = input;
    const { document: row } = loaded;
    const { audience = row.audience, minutes = row.minutes, language = row.language } = input;
    if (row.title === title && row.licence === licence && row.audience === audience && row.minutes === minutes && row.language === language) return { id };
    if (row.rev !== input.rev) throw new AppError("stale");
    const origin = await findOrigin(ctx, row.originEditionId);
    if (origin && !licencesAfter(origin.licence).includes(licence)) throw new AppError("invalid_input", { fields: { licence: "not_valid" } });
    await ctx.db.update(document).set({ title, licence, audience, minutes, language, rev: sql`${document.rev} + 1` }).where(eq(document.id, id));
    fact(documentRenamed, { ...aboutFact(loaded), data: {} });
    return { id };
  },
});
