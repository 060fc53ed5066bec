import type { ActionFunctionArgs } from "@remix-run/node";
import { addPictureByUpload } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { ctxOf } from "~/platform/http-adapter.server";

/** A picture for a text, from the editor; it is large, so this form is read by what may refuse it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const headers = { "Cache-Control": "no-store" };
  try {
    return Response.json(await addPictureByUpload(ctxOf({ context }), addressId(params.documentId), request), { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers });
  }
}
