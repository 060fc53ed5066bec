import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFile } from "~/features/documents/formats/answer-file";
import { exportEdition, isFormat } from "~/features/documents/index.server";
import { AppError } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** One edition as a file, for everyone. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerFile(
    await answerPage(request, () => {
      if (!isFormat(params.format) || !/^[1-9]\d{0,6}$/.test(params.number!)) throw new AppError("not_found");
      return exportEdition(ctxOf({ context }), { slug: params.slug!, number: Number(params.number) }, params.format);
    }),
  );
}
