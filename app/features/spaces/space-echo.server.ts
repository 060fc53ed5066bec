import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";

/** What changed in a space, that those who follow something inside it must be judged again for. */
export type SpaceChange = "settings" | "status" | "person";

type Echo = (ctx: Ctx, given: { spaceId: string; change: SpaceChange; fact: FactWriter }) => Promise<void>;
const echoes = new Map<string, Echo>();

/** Registers, per feature, how a change in a space is passed on to the streams that live inside it. */
export function defineSpaceEcho(feature: string, echo: Echo): void {
  echoes.set(feature, echo);
}

/**
 * Passes a change on to the streams inside the space, in the same transaction: whoever follows a group is judged again
 * when the space they stand in changes. Inside an action.
 */
export async function echoInSpace(ctx: Ctx, given: { spaceId: string; change: SpaceChange; fact: FactWriter }): Promise<void> {
  for (const echo of echoes.values()) await echo(ctx, given);
}
