import "./facts";
import "./organisation-facts";

export { accessSpace, accessSpaceToChange, relationToSpace, rolesIn, standingsOf, type AccessedSpace, type SpaceRow } from "./access-space.server";
export { admitToSpace, currentMembership, type Admission } from "./admit-to-space.server";
export { holdersOf, personOf, type HeldRole, type KnownPerson } from "./queries.server";
export { canBeReached, readReadiness } from "./readiness.server";
export { showPeople, spaceOfStream, type ShownPerson } from "./show-people.server";
export { defineSpaceEcho, echoInSpace, type SpaceChange } from "./space-echo.server";
export { deskStream, spaceStream } from "./streams";
export type SpaceMembershipRow = typeof import("#db/schema/index").spaceMembership.$inferSelect;
