import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPoster } from "~/features/activities/index.server";
import { PosterScreen } from "~/features/activities/print-screens";
import { activityWords } from "~/features/activities/words";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readPoster(ctxOf({ context }), addressId(params.activityId)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: activityWords.for(language)("title_poster"), noindex: true }));

export default function ActivityPoster() {
  return <PosterScreen view={useLoaderData<typeof loader>()} />;
}
