import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { removeMember } from "~/features/groups/index.server";
import { givePaperCode, readMember } from "~/features/spaces/index.server";
import { MemberScreen } from "~/features/spaces/member-screen";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const view = await answerPage(request, () => readMember(ctx, { slug: params.slug!, membershipId: addressId(params.membershipId) }));
  return { view, installation: ctx.house.env.INSTALLATION_NAME };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, spaceId, membershipId, reason }) => {
    if (intent === "remove") {
      await removeMember(ctx, { spaceId, membershipId, reason });
      return redirect(`/leerplekken/${params.slug}/wie-doet-mee`);
    }
    const { code, expiresAt } = await givePaperCode(ctx, { spaceId, membershipId });
    return { given: { code, expiresAt: expiresAt.toISOString() } };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, () => ({ title: data?.view.shownName ?? "", noindex: true }));

export default function Member() {
  const answer = useActionData<typeof action>();
  const given = answer && "given" in answer ? answer.given : undefined;
  const refusal = answer && "refusal" in answer ? answer.refusal : undefined;
  return <MemberScreen {...useLoaderData<typeof loader>()} given={given} refusal={refusal} />;
}
