import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFile, orSayOn } from "~/features/documents/formats/answer-file";
import { exportDocument, isFormat } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** A text of a group as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { documentId, format } = params;
  return answerFile(
    await answerPage(request, () => {
      if (!isFormat(format)) throw new AppError("not_found");
      const id = addressId(documentId);
      return orSayOn(`/teksten/${id}/meenemen`, () => exportDocument(ctxOf({ context }), id, format));
    }),
  );
}
