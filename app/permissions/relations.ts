/** What rules need to know of how somebody stands to a space or a group. Loaded by `access-*`, never by a rule. */

export type SpaceRole = "space_steward" | "facilitator" | "moderator" | "deputy_moderator" | "helper";

export interface SpaceRelation {
  status: "draft" | "open" | "paused" | "closed";
  visibility: "public" | "members";
  joining: "open" | "request" | "invitation";
  /** Has a shown name here and has not left. */
  member: boolean;
  /** Was taken out by somebody else: comes back only when let in. */
  removed?: boolean;
  /** Roles that hold now: appointed, not ended, not past their end date, of an organisation that still takes part. */
  roles: readonly SpaceRole[];
  /** May speak for an organisation that runs, or is invited to run, this space. */
  organisationSteward: boolean;
  suspended: boolean;
  muted: boolean;
}

export interface GroupRelation {
  space: SpaceRelation;
  visibility: "public" | "members";
  joining: "open" | "request" | "invitation";
  archived: boolean;
  /** Those who only read leave remarks with texts here; absent: they do not. */
  readersRemark?: boolean;
  member: boolean;
  /** A member who may also write; a reader follows along. */
  mayWrite: boolean;
  /** Was taken out by somebody else: asks to come back. */
  removed?: boolean;
  suspended: boolean;
  muted: boolean;
}

/** Roles that act for those who run the space. */
export const staffRoles: readonly SpaceRole[] = ["space_steward", "facilitator", "moderator", "deputy_moderator"];

export function hasRole(relation: SpaceRelation, ...roles: SpaceRole[]): boolean {
  return relation.roles.some((role) => roles.includes(role));
}

/** As what somebody acts in a space, for the log: the first of their roles, else a resident. */
export function actingRole(relation: SpaceRelation): SpaceRole | "resident" {
  return (["space_steward", "facilitator", "moderator", "deputy_moderator", "helper"] as const).find((role) => relation.roles.includes(role)) ?? "resident";
}
