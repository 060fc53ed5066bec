import { z } from "zod";
import { defineAction } from "~/platform/define-action.server";
import { signedIn, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import { mayKeepDocuments } from "~/permissions/documents";
import type { AccessedDocument } from "../access-document.server";
import { documentOpened } from "../facts";
import { findDocument } from "../queries.server";

/** Opening the same text again within this time is the same reading. */
const againMinutes = 30;
const waitingAtMost = 500;

const recordOpened = defineAction({
  name: "document.record-opened",
  input: z.strictObject({ id: z.uuid(), at: z.date() }),
  load: async (ctx, input) => ({ row: await findDocument(ctx, input.id) }),
  allow: (actor) => mayKeepDocuments(actor),
  run: async (_ctx, { input, loaded: { row }, fact }) => {
    if (row) fact(documentOpened, { spaceId: row.spaceId, groupId: row.groupId, object: { kind: "document", id: row.id }, occurredAt: input.at, data: {} });
  },
});

interface Waiting {
  line: { ctx: Ctx; id: string; at: Date }[];
  seen: Map<string, number>;
  busy: boolean;
}
const waiting = new WeakMap<House, Waiting>();

/** Notes that a member read a text, after the answer went out; never what a reader without an account does. It may be lost. */
export function noteOpened(ctx: Ctx, { document }: Pick<AccessedDocument, "document">): void {
  if (!signedIn(ctx.actor)) return;
  let state = waiting.get(ctx.house);
  if (!state) waiting.set(ctx.house, (state = { line: [], seen: new Map(), busy: false }));
  const key = `${ctx.actor.actorId} ${document.id}`;
  const at = ctx.now.getTime();
  if (at - (state.seen.get(key) ?? -Infinity) < againMinutes * 60_000 || state.line.length >= waitingAtMost) return;
  if (state.seen.size > 10_000) state.seen.clear();
  state.seen.set(key, at);
  state.line.push({ ctx, id: document.id, at: ctx.now });
  if (!state.busy) setImmediate(() => void write(state));
}

async function write(state: Waiting): Promise<void> {
  if (state.busy) return;
  state.busy = true;
  for (let next = state.line.shift(); next; next = state.line.shift()) {
    const { ctx, id, at } = next;
    const { actorId } = ctx.actor;
    // In the name of who read, by the house: reading needs no right to write.
    await recordOpened({ ...ctx, actor: { ...theHouse, actorId } }, { id, at }).catch((error: unknown) => ctx.house.logger.warn({ err: error }, "a reading was not noted"));
  }
  state.busy = false;
}
