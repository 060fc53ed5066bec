export { accessSpace, relationToSpace, rolesIn, standingsOf, type AccessedSpace, type SpaceRow } from "./access-space.server";
export type SpaceMembershipRow = typeof import("#db/schema/index").spaceMembership.$inferSelect;
