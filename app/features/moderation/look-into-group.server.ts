import { groupStream } from "~/features/groups/index.server";
import { mayLookIntoGroup } from "~/permissions/moderation";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessCase } from "./access-case.server";
import { lookedIn, surroundingsOpened } from "./facts";
import { CaseInput } from "./input";
import { onDesk } from "./own-case.server";

/**
 * Opens what stands around a report in a group, for an hour, to who has to decide. The members of the group see that
 * somebody of the desk looked, and when.
 * @throws AppError `not_found` where there is no group or no case; `already_decided` when there is nothing to decide.
 */
export const lookIntoGroup = defineAction({
  name: "moderation.look-into-group",
  input: CaseInput,
  limit: perPerson(30, "hour"),
  load: (ctx, input) => accessCase(ctx, input.case),
  allow: (actor, one) => mayLookIntoGroup(actor, one.relation, one.row.groupId !== null),
  run: async (_ctx, { loaded: { row, seat }, fact }): Promise<void> => {
    const by = { role: seat!.role, organisationId: seat!.organisationId };
    fact(surroundingsOpened, { ...onDesk(row), ...by, data: { caseId: row.id } });
    fact(lookedIn, { ...by, stream: groupStream(row.groupId!), spaceId: row.spaceId, groupId: row.groupId, data: {} });
  },
});
