import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeActivityScreen } from "~/features/activities/activity-form-screens";
import { changeActivity, readChangeActivityForm } from "~/features/activities/index.server";
import { activityHref } from "~/features/activities/views";
import { activityWords } from "~/features/activities/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readChangeActivityForm(ctxOf({ context }), addressId(params.activityId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await changeActivity(ctxOf({ context }), { ...fields, id: params.activityId });
    return redirect(activityHref(id));
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: activityWords.for(language)("title_change"), noindex: true }));

export default function ChangeActivity() {
  return <ChangeActivityScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
