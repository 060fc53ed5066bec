import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFile, orSayOn } from "~/features/documents/formats/answer-file";
import { exportEdition, isFormat } from "~/features/documents/index.server";
import { AppError } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** One edition as a file, for everyone. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug, number, format } = params;
  const easy = new URL(request.url).searchParams.has("makkelijk");
  return answerFile(
    await answerPage(request, () => {
      if (!isFormat(format) || !/^[1-9]\d{0,6}$/.test(number!)) throw new AppError("not_found");
      return orSayOn(`/leermateriaal/${slug}/${number}/meenemen${easy ? "?makkelijk" : ""}`, () => exportEdition(ctxOf({ context }), { slug: slug!, number: Number(number), easy }, format));
    }),
  );
}
