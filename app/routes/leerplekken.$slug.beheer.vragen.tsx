import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideOnRequest, readRequests } from "~/features/groups/index.server";
import { RequestsScreen } from "~/features/groups/requests-screen";
import { groupWords } from "~/features/groups/words";
import { readManage } from "~/features/spaces/index.server";
import { ManageFrame } from "~/features/spaces/manage-frame";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => ({ view: await readManage(ctx, { slug: params.slug! }), requests: await readRequests(ctx, { slug: params.slug! }) }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    await decideOnRequest(ctxOf({ context }), fields);
    return redirect(`/leerplekken/${params.slug}/beheer/vragen`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: groupWords.for(language)("requests_title"), noindex: true }));

export default function Requests() {
  const { view, requests } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const t = groupWords.use();
  return (
    <ManageFrame view={view} page="requests" title={t("requests_title")} lead={requests.length > 0 ? t("requests_lead") : undefined} requests={requests.length}>
      <RequestsScreen slug={view.slug} requests={requests} refusal={refusal} />
    </ManageFrame>
  );
}
