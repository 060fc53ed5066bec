import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GroupCards } from "~/features/groups/group-list";
import { listGroups } from "~/features/groups/index.server";
import { joinSpace, readJoinForm } from "~/features/spaces/index.server";
import { JoinSpaceScreen } from "~/features/spaces/join-space-screen";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import { uiWords } from "~/platform/ui-words";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => {
    const view = await readJoinForm(ctx, { slug: params.slug! });
    if (view.may === "already_done") throw redirect(`/leerplekken/${view.slug}`);
    const groups = view.may === "join_group" ? await listGroups(ctx, { slug: params.slug! }) : [];
    return { view, groups: groups.filter((group) => group.may.ask || group.may.join === true) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ spaceId, shownName, nameForEveryone, agree }) => {
    const { slug } = await joinSpace(ctxOf({ context }), { spaceId, shownName, nameForEveryone, agree });
    return redirect(`/leerplekken/${slug}`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: uiWords.for(language)("join"), noindex: true }));

export default function JoinSpace() {
  const { view, groups } = useLoaderData<typeof loader>();
  return <JoinSpaceScreen view={view} groups={<GroupCards groups={groups} heading="h2" />} refusal={useActionData<typeof action>()?.refusal} />;
}
