import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listStudies } from "~/features/research/index.server";
import { StudiesScreen } from "~/features/research/studies-screen";
import { researchWords } from "~/features/research/words";
import { signedIn } from "~/platform/actor";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return { studies: await answerPage(request, () => listStudies(ctx)), signedIn: signedIn(ctx.actor) };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, (language) => ({ title: researchWords.for(language)("studies_title"), description: researchWords.for(language)("studies_lead") }));

export default function Studies() {
  return <StudiesScreen {...useLoaderData<typeof loader>()} />;
}
