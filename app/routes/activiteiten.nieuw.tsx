import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PlanActivityScreen, type PlanFrom } from "~/features/activities/activity-form-screens";
import { planActivity, readPlanForm } from "~/features/activities/index.server";
import { activityHref } from "~/features/activities/views";
import { activityWords } from "~/features/activities/words";
import { bundleToLead, leadBundle } from "~/features/discussions/index.server";
import { accessExperiment } from "~/features/experiments/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** In one group (`?groep=`), in any of a leerplek (`?leerplek=`), for an experiment (`?experiment=`) or from learning questions (`?bundel=`). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const asked = new URL(request.url).searchParams;
  return answerPage(request, async () => {
    const from = await readFrom(ctx, asked);
    return { form: await readPlanForm(ctx, from.where), from: from.what };
  });
}

async function readFrom(ctx: Ctx, asked: URLSearchParams): Promise<{ where: Parameters<typeof readPlanForm>[1]; what: PlanFrom }> {
  const none: PlanFrom = { bundle: null, experiment: null };
  const [bundle, experimentId, groupId, slug] = ["bundel", "experiment", "groep", "leerplek"].map((name) => asked.get(name));
  if (bundle) {
    const found = await bundleToLead(ctx, addressId(bundle));
    return { where: { spaceId: found.spaceId }, what: { ...none, bundle: found } };
  }
  if (experimentId) {
    const { experiment } = await accessExperiment(ctx, addressId(experimentId));
    return { where: { groupId: experiment.groupId }, what: { ...none, experiment: { id: experiment.id, title: experiment.title } } };
  }
  if (groupId) return { where: { groupId: addressId(groupId) }, what: none };
  if (slug) return { where: { slug }, what: none };
  throw new AppError("not_found");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const bundle = new URL(request.url).searchParams.get("bundel");
  return answerForm(request, async (fields) => {
    if (bundle) await bundleToLead(ctx, addressId(bundle));
    const { id } = await planActivity(ctx, fields);
    // Both may be sent again: the activity is then there already, and the link is made once.
    if (bundle) await leadBundle(ctx, { bundle, toKind: "activity", toId: id });
    return redirect(activityHref(id));
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: activityWords.for(language)("title_plan"), noindex: true }));

export default function PlanActivity() {
  return <PlanActivityScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
