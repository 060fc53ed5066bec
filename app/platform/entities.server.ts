import type { Ctx } from "./ctx.server";
import type { StreamId } from "./streams";

/** What travels to a browser of a thing: the newest `rev` wins. A thing that is gone, hidden or elsewhere says why in `gone`. */
export interface Entity {
  kind: string;
  id: string;
  rev: number;
  gone?: string;
  [key: string]: unknown;
}

/** Loads the current state of things of one kind, as everyone in the stream may see it; checks that each still belongs there. */
export type EntityLoader = (ctx: Ctx, ids: string[], stream: StreamId) => Promise<Entity[]>;

const loaders = new Map<string, EntityLoader>();

/** Registers how things of this kind are shown to a stream. */
export function defineEntity(kind: string, load: EntityLoader): void {
  loaders.set(kind, load);
}

/** Current state of the things that facts of one stream touched, each once. */
export async function loadEntities(ctx: Ctx, stream: StreamId, wanted: { kind: string; id: string }[]): Promise<Entity[]> {
  const byKind = new Map<string, Set<string>>();
  for (const { kind, id } of wanted) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
  const entities: Entity[] = [];
  for (const [kind, ids] of byKind) {
    const load = loaders.get(kind);
    if (!load) throw new Error(`no entity loader for ${kind}`);
    entities.push(...(await load(ctx, [...ids], stream)));
  }
  return entities;
}
