import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPrinted } from "~/features/discussions/index.server";
import { PrintScreen } from "~/features/discussions/paper/print-screen";
import { discussionWords } from "~/features/discussions/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const from = Math.trunc(Number(new URL(request.url).searchParams.get("vanaf"))) || undefined;
  return answerPage(request, () => readPrinted(ctxOf({ context }), { id: params.discussionId!, from }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = discussionWords.for(language);
    return { title: `${data?.discussion.title || t("no_title")} · ${t("print_title")}`, noindex: true };
  });

export default function PrintedDiscussion() {
  return <PrintScreen page={useLoaderData<typeof loader>()} />;
}
