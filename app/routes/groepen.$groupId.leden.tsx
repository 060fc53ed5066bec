import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GroupMembersScreen } from "~/features/groups/group-members-screen";
import { readGroup, readGroupMembers, removeFromGroup, setWriting } from "~/features/groups/index.server";
import { groupWords } from "~/features/groups/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const groupId = addressId(params.groupId);
  return answerPage(request, async () => {
    const { id, name } = await readGroup(ctx, groupId);
    return { group: { id, name }, view: await readGroupMembers(ctx, { groupId, page: pageNumber(request) }) };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const groupId = params.groupId;
  return answerForm(request, async ({ intent, membershipId, mayWrite, reason }) => {
    if (intent === "writing") await setWriting(ctx, { groupId, membershipId, mayWrite });
    else await removeFromGroup(ctx, { groupId, membershipId, reason });
    return redirect(`/groepen/${groupId}/leden`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: groupWords.for(language)("members_title", { name: data?.group.name ?? "" }), noindex: true }));

export default function GroupMembers() {
  return <GroupMembersScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
