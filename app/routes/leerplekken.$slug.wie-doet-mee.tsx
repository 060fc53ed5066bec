import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reportPath } from "~/features/house-rules/report-path";
import { readMembers } from "~/features/spaces/index.server";
import { MembersScreen } from "~/features/spaces/members-screen";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import { uiWords } from "~/platform/ui-words";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readMembers(ctxOf({ context }), { slug: params.slug!, page: pageNumber(request) }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: `${uiWords.for(language)("nav_space_members")} · ${data?.spaceName ?? ""}`, noindex: true }));

export default function Members() {
  return <MembersScreen view={useLoaderData<typeof loader>()} reportHref={(id) => reportPath("membership", id)} />;
}
