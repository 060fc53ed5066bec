import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GroupsSection } from "~/features/groups/group-list";
import { listGroups } from "~/features/groups/index.server";
import { reportPath } from "~/features/house-rules/report-path";
import { readSpaceFront } from "~/features/spaces/index.server";
import { SpaceFrontScreen } from "~/features/spaces/space-front-screen";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => ({ front: await readSpaceFront(ctx, { slug: params.slug! }), groups: await listGroups(ctx, { slug: params.slug! }) }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, () => ({ title: data?.front.name ?? "", description: data?.front.summary, noindex: data?.front.status === "draft" || data?.front.visibility === "members" }));

export default function SpaceFront() {
  const { front, groups } = useLoaderData<typeof loader>();
  return <SpaceFrontScreen front={front} reportHref={reportPath("space", front.id)} groups={<GroupsSection slug={front.slug} groups={groups} mayMake={front.may.makeGroup} />} />;
}
