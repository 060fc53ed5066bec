import { limits } from "~/platform/limits";

export type Device = "own" | "shared";

/** How long a session may rest and live, in seconds. */
export interface Lifetime {
  idle: number;
  absolute: number;
}

/** The lifetimes of a session; staff keep shorter ones on their own device too. */
export function lifetimeFor(device: Device, staff: boolean): Lifetime {
  if (device === "shared") return limits.sharedDevice;
  return staff ? limits.ownDeviceStaff : limits.ownDevice;
}

/** The lifetime that a stored session was opened with: its span says whether it was opened as staff. */
export function lifetimeOf(session: { device: Device; createdAt: Date; absoluteExpiresAt: Date }): Lifetime {
  const span = (session.absoluteExpiresAt.getTime() - session.createdAt.getTime()) / 1_000;
  return lifetimeFor(session.device, span <= limits.ownDeviceStaff.absolute);
}

/** When the session ends if nothing happens after `now`: never past its absolute end. */
export function idleEnd(now: Date, lifetime: Lifetime, absoluteExpiresAt: Date): Date {
  return new Date(Math.min(now.getTime() + lifetime.idle * 1_000, absoluteExpiresAt.getTime()));
}
