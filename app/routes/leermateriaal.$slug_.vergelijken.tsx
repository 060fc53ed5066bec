import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { compareEditions } from "~/features/documents/index.server";
import { CompareEditionsScreen } from "~/features/documents/library/compare-editions-screen";
import { libraryWords } from "~/features/documents/library/words";
import { AppError } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** Of two editions, by their numbers: `?van=1&tot=2`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  return answerPage(request, () => {
    const [from, to] = ["van", "tot"].map((name) => query.get(name) ?? "");
    if (![from, to].every((number) => /^[1-9]\d{0,6}$/.test(number!))) throw new AppError("not_found");
    return compareEditions(ctxOf({ context }), { slug: params.slug!, from: Number(from), to: Number(to) });
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: libraryWords.for(language)("compare_title"), noindex: true }));

export default function CompareEditions() {
  return <CompareEditionsScreen page={useLoaderData<typeof loader>()} />;
}
