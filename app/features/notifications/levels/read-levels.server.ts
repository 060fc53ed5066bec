import { accessDiscussions } from "~/features/discussions/index.server";
import { accessGroups, readableGroups } from "~/features/groups/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import type { PlaceKind } from "~/permissions/notifications";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { choicesOf, viewLevel, type LevelView } from "./levels.server";

export interface PlaceLevel {
  kind: PlaceKind;
  id: string;
  name: string;
  href: string;
  level: LevelView;
}

export interface LevelsView {
  /** By leerplek: the place itself, its groups of which the actor is a member, and every place inside with a choice of its own. */
  spaces: { place: PlaceLevel; inside: PlaceLevel[] }[];
  /** Choices about what the actor may not look into any more: only to be taken back. */
  lost: string[];
}

/** Everything that the actor chose, and where they could choose. @throws AppError `sign_in`. */
export async function readLevels(ctx: Ctx): Promise<LevelsView> {
  const { actor } = ctx;
  if (!signedIn(actor)) throw new AppError("sign_in");
  const choices = await choicesOf(ctx, actor.personId);
  const chosen = (kind: PlaceKind) => choices.filter((one) => one.placeKind === kind).map((one) => one.placeId);
  const mine = await readableGroups(ctx, { mine: true });
  const discussions = (await accessDiscussions(ctx, chosen("discussion").map((id) => ({ actor, id })), false)).flatMap((one) => (one instanceof AppError ? [] : [one]));
  const accessGroupOf = await accessGroups(ctx, [actor], chosen("group"));
  const groups = new Map([...mine].map(([id, { group, space }]) => [id, { group, space }]));
  for (const id of chosen("group")) {
    const found = accessGroupOf(actor, id);
    if (!(found instanceof AppError)) groups.set(id, found);
  }
  const spaces = new Map([...groups.values(), ...discussions].map(({ space }) => [space.id, space]));
  for (const id of chosen("space")) {
    const found = await accessSpace(ctx, { id }).catch(unlessRefused);
    if (found) spaces.set(id, found.space);
  }
  const found = new Set([...spaces.keys(), ...groups.keys(), ...discussions.map((one) => one.discussion.id)]);
  return {
    spaces: [...spaces.values()]
      .sort((a, b) => a.name.localeCompare(b.name, "nl"))
      .map((space) => ({
        place: { kind: "space", id: space.id, name: space.name, href: `/leerplekken/${space.slug}`, level: viewLevel(choices, "space", { space: space.id }) },
        inside: [
          ...[...groups.values()]
            .filter(({ group }) => group.spaceId === space.id)
            .map(({ group }): PlaceLevel => ({ kind: "group", id: group.id, name: group.name, href: `/groepen/${group.id}`, level: viewLevel(choices, "group", { group: group.id, space: space.id }) }))
            .sort((a, b) => a.name.localeCompare(b.name, "nl")),
          ...discussions
            .filter(({ discussion }) => discussion.spaceId === space.id)
            .map(({ discussion: { id, title, groupId } }): PlaceLevel => ({ kind: "discussion", id, name: title, href: `/gesprekken/${id}`, level: viewLevel(choices, "discussion", { discussion: id, group: groupId, space: space.id }) })),
        ],
      })),
    lost: choices.filter((one) => !found.has(one.placeId)).map((one) => one.placeId),
  };
}

function unlessRefused(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
