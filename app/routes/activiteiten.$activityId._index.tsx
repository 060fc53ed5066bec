import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActivityScreen } from "~/features/activities/activity-screen";
import { cancelActivity, readActivity, signOff, signUp } from "~/features/activities/index.server";
import { activityHref } from "~/features/activities/views";
import { activityWords } from "~/features/activities/words";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readActivity(ctxOf({ context }), addressId(params.activityId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ do: what, ...fields }) => {
    const activityId = addressId(params.activityId);
    if (what === "sign-up") await signUp(ctx, { ...fields, activityId });
    else if (what === "sign-off") await signOff(ctx, { activityId });
    else if (what === "cancel") await cancelActivity(ctx, { id: activityId });
    else throw new AppError("invalid_input");
    return redirect(activityHref(activityId));
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({
    title: data?.activity.title ?? activityWords.for(language)("title_list"),
    description: data?.activity.description.slice(0, 300),
    noindex: data?.readers.who !== "everyone",
  }));

export default function Activity() {
  return <ActivityScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
