import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BundleScreen } from "~/features/discussions/questions/bundle-screens";
import { readBundle } from "~/features/discussions/index.server";
import { discussionWords } from "~/features/discussions/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readBundle(ctxOf({ context }), { id: params.bundleId! }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: data?.title ?? discussionWords.for(language)("bundle"), description: data ? discussionWords.for(language)("bundle_people", { count: data.people }) : undefined, noindex: true }));

export default function Bundle() {
  return <BundleScreen bundle={useLoaderData<typeof loader>()} />;
}
