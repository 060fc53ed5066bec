import type { Ctx } from "./ctx.server";

/** Something of any feature, as it is named in a link: a kind and an id. */
export interface ThingRef {
  kind: string;
  id: string;
}

/** How such a thing is called and where it stands, for somebody who may see it. */
export interface Thing extends ThingRef {
  spaceId: string;
  title: string;
  href: string;
}

/** Things of one kind that the actor may see; the others are left out. */
export type ThingLoader = (ctx: Ctx, ids: string[]) => Promise<Thing[]>;

const loaders = new Map<string, ThingLoader>();

/** Registers, once per kind, how things of it are named to others: features that never meet still show links to each other. */
export function defineThing(kind: string, load: ThingLoader): void {
  loaders.set(kind, load);
}

/** The things that the actor may see, in the order asked for; unknown kinds and hidden things are left out. */
export async function findThings(ctx: Ctx, refs: ThingRef[]): Promise<Thing[]> {
  const found = new Map<string, Thing>();
  for (const kind of new Set(refs.map((ref) => ref.kind))) {
    const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id))];
    for (const thing of (await loaders.get(kind)?.(ctx, ids)) ?? []) found.set(`${kind}:${thing.id}`, thing);
  }
  return refs.flatMap((ref) => found.get(`${ref.kind}:${ref.id}`) ?? []);
}
