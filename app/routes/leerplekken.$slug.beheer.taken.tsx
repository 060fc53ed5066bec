import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countRequests } from "~/features/groups/index.server";
import { appointPerson, endRole, inviteToRole, readManage } from "~/features/spaces/index.server";
import { RolesScreen } from "~/features/spaces/roles-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const day = (days: number) => new Date(ctx.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return answerPage(request, async () => ({
    view: await readManage(ctx, { slug: params.slug! }),
    requests: await countRequests(ctx, { slug: params.slug! }),
    invitationId: randomUUID(),
    days: { first: day(1), suggested: day(365) },
  }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const here = `/leerplekken/${params.slug}/beheer/taken`;
  return answerForm(request, async ({ intent, how, id, spaceId, roleId, signInName, role, organisationId, until, function: itsFunction }) => {
    if (intent === "end") {
      await endRole(ctx, { spaceId, roleId });
      return redirect(here);
    }
    const appointment = { spaceId, role, organisationId, until, function: itsFunction };
    if (how === "name") {
      await appointPerson(ctx, { ...appointment, signInName });
      return redirect(here);
    }
    const { code, expiresAt } = await inviteToRole(ctx, { ...appointment, id });
    return { made: { link: `${ctx.house.publicUrl}/uitnodiging/${code}`, expiresAt: expiresAt.toISOString() } };
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("roles_title"), noindex: true }));

export default function Roles() {
  const answer = useActionData<typeof action>();
  const made = answer && "made" in answer ? answer.made : undefined;
  const refusal = answer && "refusal" in answer ? answer.refusal : undefined;
  return <RolesScreen {...useLoaderData<typeof loader>()} made={made} refusal={refusal} />;
}
