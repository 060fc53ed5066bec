import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMyDocuments } from "~/features/documents/index.server";
import { MyTextsScreen } from "~/features/documents/texts-screens";
import { documentWords } from "~/features/documents/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { documents: await answerPage(request, () => listMyDocuments(ctxOf({ context }), 50)) };
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: documentWords.for(language)("my_texts"), noindex: true }));

export default function MyTexts() {
  return <MyTextsScreen {...useLoaderData<typeof loader>()} />;
}
