import { mayCloseSpace } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { changeStatus } from "./change-status.server";
import { SpaceInput } from "./input";

/**
 * Closes a leerplek for good. Nothing is removed: who could read it still can.
 * @throws AppError `already_done`, `forbidden`, `not_found`, `sign_in`.
 */
export const closeSpace = defineAction({
  name: "space.close",
  input: SpaceInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessSpaceToChange(ctx, input.spaceId),
  allow: (actor, { relation }) => mayCloseSpace(actor, relation),
  run: (ctx, { loaded, fact }) => changeStatus(ctx, loaded.space, "closed", fact),
});
