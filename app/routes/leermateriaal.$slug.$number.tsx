import { data as answer, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readEdition } from "~/features/documents/index.server";
import { MaterialScreen } from "~/features/documents/editions/material-screen";
import { materialMeta } from "~/features/documents/editions/material-meta";
import { AppError } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** One edition, by its number: it never changes. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => {
    if (!/^[1-9]\d{0,6}$/.test(params.number!)) throw new AppError("not_found");
    return readEdition(ctxOf({ context }), { slug: params.slug!, number: Number(params.number) });
  });
  return answer(page, { status: "withdrawn" in page ? 410 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => materialMeta(matches, data);

export default function Edition() {
  return <MaterialScreen page={useLoaderData<typeof loader>()} />;
}
