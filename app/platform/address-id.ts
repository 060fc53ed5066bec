import { AppError } from "./codes";

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id out of an address, where anything can stand. @throws AppError `not_found` for what cannot be one. */
export function addressId(value: string | null | undefined): string {
  if (!value || !form.test(value)) throw new AppError("not_found");
  return value.toLowerCase();
}
