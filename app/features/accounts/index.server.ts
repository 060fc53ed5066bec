export { resolveActor, sessionsStillValid, touchSession, type ResolvedActor } from "./resolve-actor.server";
export { cookieNames, cookiesAreSecure } from "./cookies.server";
export { endSessions, removeExpired, renewSession } from "./sessions.server";
export { isStaff } from "./is-staff.server";
