import { mayOpenSpace } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { changeStatus } from "./change-status.server";
import { SpaceInput } from "./input";
import { readReadiness } from "./readiness.server";

/**
 * Opens a leerplek for the first time, or again after a pause: only with a moderator who can be reached and a second
 * decider from elsewhere, so that no report is left alone.
 * @throws AppError `no_moderator`, `no_second_decider`, `already_done`, `closed`, `forbidden`, `not_found`, `sign_in`.
 */
export const openSpace = defineAction({
  name: "space.open",
  input: SpaceInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpaceToChange(ctx, input.spaceId);
    return { ...accessed, readiness: await readReadiness(ctx, input.spaceId) };
  },
  allow: (actor, { relation, readiness }) => mayOpenSpace(actor, relation, readiness),
  run: (ctx, { loaded, fact }) => changeStatus(ctx, loaded.space, "open", fact),
});
