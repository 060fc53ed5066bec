export type InstallationRole = "administrator" | "coordinator" | "data_steward" | "duty_desk";

/** Who acts. Everything about a particular space or group is loaded with the thing itself. */
export interface Actor {
  /** Null: somebody without an account, or a job. */
  personId: string | null;
  /** The random id that facts name. */
  actorId: string | null;
  ageGroup: "16_plus" | "13_to_15" | null;
  roles: readonly InstallationRole[];
  /** Hash of the session, null for jobs and for readers without an account. */
  sessionId: string | null;
  /** A job of the house itself. */
  system: boolean;
}

export const anonymous: Actor = { personId: null, actorId: null, ageGroup: null, roles: [], sessionId: null, system: false };
export const theHouse: Actor = { ...anonymous, system: true };

/** The person who acts, or a refusal that says to sign in. */
export function signedIn(actor: Actor): actor is Actor & { personId: string; actorId: string } {
  return actor.personId !== null && actor.actorId !== null;
}
