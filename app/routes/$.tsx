import { asResponse } from "~/platform/http-adapter.server";
import { AppError } from "~/platform/codes";

/** Every address that is no page. */
export function loader(): never {
  throw asResponse(new AppError("not_found"));
}

export default function NoPage() {
  return null;
}
