import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskLinks } from "~/features/shell/desk-links";
import { readDeskLinks } from "~/features/shell/index.server";
import { readMyDesk } from "~/features/spaces/index.server";
import { MyDeskScreen } from "~/features/spaces/my-desk-screen";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import { uiWords } from "~/platform/ui-words";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => ({ desk: await readMyDesk(ctx), links: await readDeskLinks(ctx) }));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: uiWords.for(language)("nav_desk"), noindex: true }));

export default function MyDesk() {
  const { desk, links } = useLoaderData<typeof loader>();
  return <MyDeskScreen desk={desk} waiting={<DeskLinks links={links} />} />;
}
