import { data as answer, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readEdition } from "~/features/documents/index.server";
import { MaterialScreen } from "~/features/documents/editions/material-screen";
import { materialMeta } from "~/features/documents/editions/material-meta";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** The newest edition; what was taken back says so, with the status that tells search engines to forget it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => readEdition(ctxOf({ context }), { slug: params.slug! }));
  return answer(page, { status: "withdrawn" in page ? 410 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => materialMeta(matches, data);

export default function NewestEdition() {
  return <MaterialScreen page={useLoaderData<typeof loader>()} />;
}
