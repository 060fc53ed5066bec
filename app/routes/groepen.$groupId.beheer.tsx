import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GroupSettingsScreen } from "~/features/groups/group-form-screen";
import { archiveGroup, changeGroup, readGroupSettings } from "~/features/groups/index.server";
import { groupWords } from "~/features/groups/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readGroupSettings(ctxOf({ context }), addressId(params.groupId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const groupId = params.groupId;
  return answerForm(request, async ({ intent, ...settings }) => {
    if (intent === "archive") await archiveGroup(ctx, { groupId });
    else await changeGroup(ctx, { ...settings, groupId });
    return redirect(`/groepen/${groupId}?gedaan=bewaard`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: groupWords.for(language)("settings_title", { name: data?.values.name ?? "" }), noindex: true }));

export default function GroupSettings() {
  return <GroupSettingsScreen view={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
