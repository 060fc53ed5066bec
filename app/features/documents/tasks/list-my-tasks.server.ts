import { and, asc, desc, eq } from "drizzle-orm";
import { document, documentTask, spaceMembership } from "#db/schema/index";
import { mayReadDocument } from "~/permissions/documents";
import { anonymous } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { projectDocument } from "../project-document.server";
import { loadDocuments } from "../rights.server";
import { documentHref } from "../views";
import { taskAnchor } from "./task-anchor";

/** A task that is for me. */
export interface MyTask {
  key: string;
  text: string;
  /** Leads to it in the text. */
  href: string;
}

/** A text with tasks for me in it, all open or all done. */
export interface MyTasksInText {
  id: string;
  title: string;
  href: string;
  tasks: MyTask[];
}

export interface MyTasks {
  open: MyTasksInText[];
  done: MyTasksInText[];
}

/** So many texts and tasks one list has; nobody does more. */
const most = { texts: 100, tasks: 1_000, freshTexts: 20 };

/** What is to be done by me, of every text that I may read now, the text that was written in last first. @throws AppError `sign_in`. */
export async function listMyTasks(ctx: Ctx): Promise<MyTasks> {
  if (!ctx.actor.personId) throw new AppError("sign_in");
  const texts = await tasksOf(ctx, ctx.actor);
  const part = (checked: boolean) =>
    texts.flatMap(({ id, title, tasks }) => {
      const here = tasks.filter((task) => task.checked === checked).map(({ key, text, position }) => ({ key, text, href: `${documentHref(id)}#${taskAnchor(position)}` }));
      return here.length > 0 ? [{ id, title, href: documentHref(id), tasks: here }] : [];
    });
  return { open: part(false), done: part(true) };
}

/** The same for the download of somebody's own. */
export async function tasksOfPerson(ctx: Ctx, { personId, actorId }: { personId: string; actorId: string }): Promise<TextWithTasks[]> {
  return tasksOf(ctx, { ...anonymous, personId, actorId });
}

interface TextWithTasks {
  id: string;
  title: string;
  tasks: { key: string; text: string; checked: boolean; position: number }[];
}

async function tasksOf(ctx: Ctx, actor: Actor): Promise<TextWithTasks[]> {
  const rows = await ctx.db
    .select({ id: documentTask.documentId, membership: documentTask.membershipId, key: documentTask.key, text: documentTask.text, checked: documentTask.checked, position: documentTask.position })
    .from(documentTask)
    .innerJoin(spaceMembership, eq(spaceMembership.id, documentTask.membershipId))
    .innerJoin(document, eq(document.id, documentTask.documentId))
    .where(and(eq(spaceMembership.personId, actor.personId!), eq(document.moderation, "visible")))
    .orderBy(desc(document.changedAt), asc(document.id), asc(documentTask.position))
    .limit(most.tasks);
  const ids = [...new Set(rows.map(({ id }) => id))].slice(0, most.texts);
  const loaded = await loadDocuments(ctx, ids.map((id) => ({ actor, id })));
  const texts: TextWithTasks[] = [];
  let fresh = 0;
  for (const one of loaded) {
    if (!one || mayReadDocument(actor, one.relation) !== true) continue;
    const { id, title, seq, contentSeq } = one.document;
    const mine = rows.filter((row) => row.id === id);
    // Just written in and not folded yet: what the text says now, or who ticks one off finds it open here for a minute.
    const now = seq > contentSeq && (fresh += 1) <= most.freshTexts ? (await projectDocument(ctx, one.document)).tasks : null;
    texts.push({ id, title, tasks: now ? now.filter(({ membership }) => membership === mine[0]!.membership) : mine });
  }
  return texts;
}
