import { mayPauseSpace } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { changeStatus } from "./change-status.server";
import { SpaceInput } from "./input";

/**
 * Puts a leerplek to rest for a while: everything stays to be read, nobody writes.
 * @throws AppError `not_open_yet`, `already_done`, `closed`, `forbidden`, `not_found`, `sign_in`.
 */
export const pauseSpace = defineAction({
  name: "space.pause",
  input: SpaceInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessSpaceToChange(ctx, input.spaceId),
  allow: (actor, { relation }) => mayPauseSpace(actor, relation),
  run: (ctx, { loaded, fact }) => changeStatus(ctx, loaded.space, "paused", fact),
});
