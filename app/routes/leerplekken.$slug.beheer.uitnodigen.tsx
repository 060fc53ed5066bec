import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { invitePeople, readInviteForm } from "~/features/groups/index.server";
import { InviteScreen } from "~/features/groups/invite-screen";
import { groupWords } from "~/features/groups/words";
import { readManage } from "~/features/spaces/index.server";
import { ManageFrame } from "~/features/spaces/manage-frame";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => ({
    view: await readManage(ctx, { slug: params.slug! }),
    form: {
      ...(await readInviteForm(ctx, { slug: params.slug! })),
      chosen: new URL(request.url).searchParams.get("groep") ?? "",
      batch: randomUUID(),
      installation: ctx.house.env.INSTALLATION_NAME,
      publicUrl: ctx.house.publicUrl,
    },
  }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { expiresAt, ...made } = await invitePeople(ctxOf({ context }), fields);
    return { made: { ...made, expiresAt: expiresAt.toISOString() } };
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: groupWords.for(language)("invite_title"), noindex: true }));

export default function Invite() {
  const { view, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = groupWords.use();
  return (
    <ManageFrame view={view} page="people" title={t("invite_title")} lead={t("invite_lead")}>
      <InviteScreen
        {...form}
        made={answer && "made" in answer ? answer.made : undefined}
        refusal={answer && "refusal" in answer ? answer.refusal : undefined}
      />
    </ManageFrame>
  );
}
