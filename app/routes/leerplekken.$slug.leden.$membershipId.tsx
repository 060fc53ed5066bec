import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { removeMember } from "~/features/groups/index.server";
import { givePaperCode, readMember } from "~/features/spaces/index.server";
import { MemberScreen } from "~/features/spaces/member-screen";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import { redirectToShow, takeShown } from "~/platform/show-once.server";

interface Given {
  code: string;
  expiresAt: string;
}

const isGiven = (value: unknown): value is Given => typeof (value as Given).code === "string" && !Number.isNaN(Date.parse((value as Given).expiresAt));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const view = await answerPage(request, () => readMember(ctx, { slug: params.slug!, membershipId: addressId(params.membershipId) }));
  return { view, installation: ctx.house.env.INSTALLATION_NAME, given: takeShown({ request, context }, isGiven) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, spaceId, membershipId, reason }) => {
    if (intent === "remove") {
      await removeMember(ctx, { spaceId, membershipId, reason });
      return redirect(`/leerplekken/${params.slug}/wie-doet-mee`);
    }
    const { code, expiresAt } = await givePaperCode(ctx, { spaceId, membershipId });
    return redirectToShow({ context }, new URL(request.url).pathname, { code, expiresAt: expiresAt.toISOString() } satisfies Given);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, () => ({ title: data?.view.shownName ?? "", noindex: true }));

export default function Member() {
  return <MemberScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
