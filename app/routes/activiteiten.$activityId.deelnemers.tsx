import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteAttendance, noteHeadcount, readSignUps, takeOffList, writeDownGuest } from "~/features/activities/index.server";
import { PeopleScreen } from "~/features/activities/people-screen";
import { activityHref } from "~/features/activities/views";
import { activityWords } from "~/features/activities/words";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("gast");
  const done = (["signed_up", "waiting"] as const).find((one) => one === asked);
  return { done, page: await answerPage(request, () => readSignUps(ctxOf({ context }), addressId(params.activityId))) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ do: what, ...fields }) => {
    const activityId = addressId(params.activityId);
    const here = `${activityHref(activityId)}/deelnemers`;
    const given = { ...fields, activityId };
    if (what === "guest") return redirect(`${here}?gast=${(await writeDownGuest(ctx, given)).state}`);
    if (what === "off") await takeOffList(ctx, given);
    else if (what === "attendance") await noteAttendance(ctx, given);
    else if (what === "headcount") await noteHeadcount(ctx, given);
    else throw new AppError("invalid_input");
    return redirect(here);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: activityWords.for(language)("title_people"), noindex: true }));

export default function People() {
  return <PeopleScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
