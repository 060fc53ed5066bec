import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMyDesk } from "~/features/spaces/index.server";
import { MyDeskScreen } from "~/features/spaces/my-desk-screen";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import { uiWords } from "~/platform/ui-words";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readMyDesk(ctxOf({ context })));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: uiWords.for(language)("nav_desk"), noindex: true }));

export default function MyDesk() {
  return <MyDeskScreen desk={useLoaderData<typeof loader>()} />;
}
