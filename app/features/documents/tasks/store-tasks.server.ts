import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { actor, documentClient, documentTask, fact as factTable, spaceMembership } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import type { DocumentRow } from "../queries.server";
import { taskLimits, type FoundTask } from "../worker/find-tasks";
import { taskForYou } from "./facts";

/** What the worker found in a text. */
export const FoundTasks = z
  .array(z.strictObject({ key: z.string().max(40), membership: z.uuid(), giver: z.number().int().min(0), text: z.string().max(2 * taskLimits.characters), checked: z.boolean(), position: z.number().int().min(1).max(2 ** 31 - 1) }))
  .max(taskLimits.tasks);

/** Somebody who has a task, by membership. */
type People = Map<string, { spaceId: string; actorId: string }>;

/** Who the tasks are for; held until the commit, so that nobody goes meanwhile. Memberships that do not exist are not in it. */
export async function holdPeople(ctx: Ctx, tasks: FoundTask[]): Promise<People> {
  const wanted = [...new Set(tasks.map(({ membership }) => membership))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: spaceMembership.id, spaceId: spaceMembership.spaceId, actorId: actor.id })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(inArray(spaceMembership.id, wanted))
    .orderBy(spaceMembership.id)
    .for("key share", { of: spaceMembership });
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

interface Stored {
  document: Pick<DocumentRow, "id" | "spaceId" | "groupId">;
  tasks: FoundTask[];
  people: People;
  fact: FactWriter;
}

/** Brings the table to what stands in the text, in the transaction that holds the text, and tells who got a task. */
export async function storeTasks(ctx: Ctx, { document, tasks, people, fact }: Stored): Promise<void> {
  const now = new Map(tasks.filter(({ membership }) => people.get(membership)?.spaceId === document.spaceId).map((task) => [task.key, task]));
  const before = await ctx.db.select({ key: documentTask.key, membership: documentTask.membershipId, text: documentTask.text }).from(documentTask).where(eq(documentTask.documentId, document.id));
  const gone = before.filter(({ key }) => !now.has(key));
  if (gone.length > 0) await ctx.db.delete(documentTask).where(and(eq(documentTask.documentId, document.id), inArray(documentTask.key, gone.map(({ key }) => key))));
  if (now.size === 0) return;
  await ctx.db
    .insert(documentTask)
    .values([...now.values()].map(({ key, membership, text, checked, position }) => ({ documentId: document.id, key, membershipId: membership, text, checked, position })))
    .onConflictDoUpdate({
      target: [documentTask.documentId, documentTask.key],
      set: { membershipId: sql`excluded.membership_id`, text: sql`excluded.text`, checked: sql`excluded.checked`, position: sql`excluded.position` },
    });
  const had = new Set(before.map(({ key, membership }) => `${key} ${membership}`));
  // A task that is moved or taken in becomes a new element with the same words: no news.
  const moved = new Set(gone.map(({ membership, text }) => `${membership} ${text}`));
  const fresh = [...now.values()].filter(({ key, membership, text, checked }) => !checked && !had.has(`${key} ${membership}`) && !moved.has(`${membership} ${text}`));
  if (fresh.length > 0) await tell(ctx, { document, tasks: fresh, people, fact });
}

/** Once for each task and person, and only what somebody else gave: what came from a file or an old version is nobody's gift. */
async function tell(ctx: Ctx, { document, tasks, people, fact }: Stored): Promise<void> {
  const clients = [...new Set(tasks.map(({ giver }) => giver))];
  const owners = await ctx.db.select({ client: documentClient.client, actorId: documentClient.actorId }).from(documentClient).where(and(eq(documentClient.documentId, document.id), inArray(documentClient.client, clients)));
  const giverOf = new Map(owners.map(({ client, actorId }) => [client, actorId]));
  const news = tasks.flatMap(({ key, membership, giver }) => {
    const { actorId } = people.get(membership)!;
    const from = giverOf.get(giver);
    return from === undefined || from === actorId ? [] : [{ id: taskId(document.id, key, membership), actorId }];
  });
  if (news.length === 0) return;
  const rows = await ctx.db.select({ id: factTable.objectId }).from(factTable).where(and(eq(factTable.type, taskForYou.name), inArray(factTable.objectId, news.map(({ id }) => id))));
  const told = new Set(rows.map(({ id }) => id));
  for (const { id, actorId } of news) {
    if (told.has(id)) continue;
    fact(taskForYou, { stream: streamId("person", actorId), spaceId: document.spaceId, groupId: document.groupId, object: { kind: "document-task", id }, data: { document: document.id } });
  }
}

/** An id of a task for one person, the same each time. */
function taskId(...parts: [document: string, key: string, membership: string]): string {
  const hash = createHash("sha256").update(parts.join(" ")).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
