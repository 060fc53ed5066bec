export { accessSpace, relationToSpace, rolesIn, standingsOf, type AccessedSpace, type SpaceRow } from "./access-space.server";
export { linkThings, linksFrom, linksTo, type ThingLink } from "./link-things.server";
export { showPeople, spaceOfStream, type ShownPerson } from "./show-people.server";
export { deskStream, spaceStream } from "./streams";
export type SpaceMembershipRow = typeof import("#db/schema/index").spaceMembership.$inferSelect;
