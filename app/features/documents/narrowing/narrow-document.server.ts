import { inArray, sql } from "drizzle-orm";
import { document } from "#db/schema/index";
import { namesInGroups } from "~/features/groups/index.server";
import { mayNarrowDocument } from "~/permissions/document-access";
import { mayRunGroup } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { aboutFact, accessDocument } from "../access-document.server";
import { findTie } from "../easy/find-easy.server";
import { NarrowDocumentInput } from "../input";
import type { DocumentRow } from "../queries.server";
import { loadDocuments } from "../rights.server";
import { chosenForYou, documentNarrowed } from "./facts";

/**
 * Chooses who of its group reads a text and who writes in it, with its easy version; those who are chosen are told. Whoever
 * chooses and does not run the group is always among them. Choosing the same again changes nothing. @throws AppError
 * `not_for_more` for more readers than now, `follows_source` for an easy version, `stale` when somebody else chose meanwhile,
 * `invalid_input` for who is not in the group, or the rule's code.
 */
export const narrowDocument = defineAction({
  name: "document.narrow",
  input: NarrowDocumentInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessWithEasy(ctx, input.document),
  allow: (actor, { document: row, relation, isEasy }, input) => mayNarrowDocument(actor, relation, { began: row.authorActor === actor.actorId, isEasy, wanted: input }),
  run: async (ctx, { input, loaded, fact }) => {
    const { document: row, easy, me } = loaded;
    const { readBy } = input;
    const writtenBy = readBy === "few" ? "few" : input.writtenBy;
    const few = writtenBy === "few" ? [...new Set([...input.few, ...(me && mayRunGroup(ctx.actor, loaded.relation.group) !== true ? [me] : [])])].sort() : [];
    if (row.readBy === readBy && row.writtenBy === writtenBy && row.few.join() === few.join()) return { id: row.id };
    if (row.rev !== input.rev) throw new AppError("stale");
    const people = (await namesInGroups(ctx, [row.groupId])).get(row.groupId) ?? [];
    const chosen = people.filter(({ membershipId }) => few.includes(membershipId));
    if (chosen.length < few.length) throw new AppError("invalid_input", { fields: { few: "not_valid" } });
    const both = [row, ...(easy ? [easy] : [])];
    await ctx.db.update(document).set({ readBy, writtenBy, few, rev: sql`${document.rev} + 1` }).where(inArray(document.id, both.map(({ id }) => id)));
    // Where they were until now; what follows is told where they are.
    for (const one of both) fact(documentNarrowed, { ...aboutFact({ ...loaded, document: one }), data: {} });
    for (const { actorId, membershipId } of chosen) {
      if (actorId === ctx.actor.actorId || row.few.includes(membershipId)) continue;
      fact(chosenForYou, { ...aboutFact(loaded), stream: streamId("person", actorId), data: { document: row.id } });
    }
    return { id: row.id };
  },
});

/** A text with its easy version, held in the order of their ids as everyone does who holds more than one. @throws AppError as `accessDocument`. */
async function accessWithEasy(ctx: Ctx, id: string) {
  await accessDocument({ ...ctx, writing: false }, id);
  const tie = await findTie(ctx, id);
  const isEasy = tie?.easyId === id;
  const ids = [id, ...(tie && !isEasy ? [tie.easyId] : [])];
  const [text, easy] = await loadDocuments(ctx, ids.map((one) => ({ actor: ctx.actor, id: one })));
  if (!text) throw new AppError("not_found");
  return { document: text.document, relation: text.relation, me: text.membershipId, isEasy, easy: (easy?.document ?? null) as DocumentRow | null };
}
