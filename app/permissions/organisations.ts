import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor, type InstallationRole } from "~/platform/actor";

/** How an organisation stands to a space. */
export interface Partnership {
  /** The actor may speak for the organisation. */
  steward: boolean;
  state: "invited" | "accepted" | "declined" | "left" | null;
  spaceClosed: boolean;
}

/** Saying yes or no to an invitation: the organisation's own steward, nobody else. */
export function mayAnswerForOrganisation(actor: Actor, partnership: Partnership): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!partnership.steward || partnership.state === null) return "not_found";
  if (partnership.spaceClosed) return "closed";
  return partnership.state === "invited" ? true : "already_done";
}

/** Leaving in the organisation's name. Somebody must stay who runs the space. */
export function mayLeaveAsOrganisation(actor: Actor, partnership: Partnership & { otherOrganisations: number; stewardsElsewhere: number }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (!partnership.steward) return "not_found";
  if (partnership.state !== "accepted") return "already_done";
  if (partnership.spaceClosed) return true;
  if (partnership.otherOrganisations === 0) return "no_lead_left";
  return partnership.stewardsElsewhere === 0 ? "last_steward" : true;
}

/** Making and changing organisations, and saying who speaks for them. */
export function mayRunInstallation(actor: Actor): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return actor.roles.includes("administrator") ? true : "not_found";
}

/** Giving somebody a role over the installation or an organisation: never oneself. */
export function mayAppointForInstallation(actor: Actor, appointment: { self: boolean }): Verdict {
  const run = mayRunInstallation(actor);
  if (run !== true) return run;
  return appointment.self ? "not_yourself" : true;
}

/** Taking such a role away; the last administrator stays. */
export function mayEndInstallationRole(actor: Actor, held: { role: InstallationRole; others: number }): Verdict {
  const run = mayRunInstallation(actor);
  if (run !== true) return run;
  return held.role === "administrator" && held.others === 0 ? "last_steward" : true;
}
