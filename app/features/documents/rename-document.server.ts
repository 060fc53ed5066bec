import { eq, sql } from "drizzle-orm";
import { document } from "#db/schema/index";
import { mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDocument } from "./access-document.server";
import { documentRenamed } from "./facts";
import { RenameDocumentInput } from "./input";

/**
 * Changes the title and the licence that a text may later be published under.
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
    if (row.title === title && row.licence === licence) return { id };
    if (row.rev !== input.rev) throw new AppError("stale");
    await ctx.db.update(document).set({ title, licence, rev: sql`${document.rev} + 1` }).where(eq(document.id, id));
    fact(documentRenamed, { ...aboutFact(loaded), data: {} });
    return { id };
  },
});
