import type { SeenPicture } from "~/platform/pictures/see-picture.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessCase } from "./access-case.server";
import { asHouse, subjectOf } from "./subjects.server";

/** The picture of what was reported, for who sees the case. @throws AppError as `accessCase`; `not_found` without one. */
export async function readCasePicture(ctx: Ctx, caseId: string): Promise<SeenPicture> {
  const { row } = await accessCase(ctx, addressId(caseId));
  const seen = await subjectOf(row.subjectKind).picture?.(asHouse(ctx), row.subjectId, "large");
  if (!seen) throw new AppError("not_found");
  return seen;
}
