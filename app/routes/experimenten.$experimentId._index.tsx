import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listOfExperiment } from "~/features/activities/index.server";
import { ActivitiesOfExperiment } from "~/features/activities/activities-of-experiment";
import { ExperimentScreen } from "~/features/experiments/experiment-screen";
import { moveExperiment, readExperiment } from "~/features/experiments/index.server";
import { experimentWords } from "~/features/experiments/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => ({ page: await readExperiment(ctx, addressId(params.experimentId)), activities: await listOfExperiment(ctx, addressId(params.experimentId)) }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await moveExperiment(ctxOf({ context }), { ...fields, id: params.experimentId });
    return redirect(`/experimenten/${id}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const experiment = data?.page.experiment;
    const title = experiment?.title ?? experimentWords.for(language)("title_list");
    // A lesson is for everyone; an idea may still be the words of one resident.
    return { title, description: experiment?.wantToKnow, noindex: experiment?.stage !== "lesson" };
  });

export default function Experiment() {
  const { page, activities } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ExperimentScreen page={page} refusal={answer?.refusal} activities={<ActivitiesOfExperiment activities={activities} />} />;
}
