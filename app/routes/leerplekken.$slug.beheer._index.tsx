import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countRequests } from "~/features/groups/index.server";
import { closeSpace, openSpace, pauseSpace, readManage } from "~/features/spaces/index.server";
import { ManageScreen } from "~/features/spaces/manage-screen";
import { spaceWords } from "~/features/spaces/words";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => ({ view: await readManage(ctx, { slug: params.slug! }), requests: await countRequests(ctx, { slug: params.slug! }) }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ intent, spaceId }) => {
    const change = { open: openSpace, pause: pauseSpace, close: closeSpace }[String(intent)];
    if (!change) throw new AppError("invalid_input");
    await change(ctxOf({ context }), { spaceId });
    return redirect(`/leerplekken/${params.slug}/beheer`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("manage_nav"), noindex: true }));

export default function Manage() {
  return <ManageScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
