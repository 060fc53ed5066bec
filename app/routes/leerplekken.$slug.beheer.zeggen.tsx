import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countRequests } from "~/features/groups/index.server";
import { readWhoToTell } from "~/features/notifications/index.server";
import { WhoToTell } from "~/features/notifications/letters/who-to-tell";
import { letterWords } from "~/features/notifications/letters/words";
import { readManage } from "~/features/spaces/index.server";
import { ManageFrame } from "~/features/spaces/manage-frame";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const by = { slug: params.slug! };
  return answerPage(request, async () => ({ view: await readManage(ctx, by), requests: await countRequests(ctx, by), people: await readWhoToTell(ctx, by) }));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: letterWords.for(language)("tell_title"), noindex: true }));

export default function WhoToTellPage() {
  const { view, requests, people } = useLoaderData<typeof loader>();
  const t = letterWords.use();
  return (
    <ManageFrame view={view} page="telling" title={t("tell_title")} lead={people.length > 0 ? t("tell_lead") : undefined} requests={requests}>
      <WhoToTell people={people} />
    </ManageFrame>
  );
}
