import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeExperimentScreen } from "~/features/experiments/experiment-form-screens";
import { changeExperiment, readChangeForm } from "~/features/experiments/index.server";
import { experimentWords } from "~/features/experiments/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readChangeForm(ctxOf({ context }), addressId(params.experimentId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await changeExperiment(ctxOf({ context }), { ...fields, id: params.experimentId });
    return redirect(`/experimenten/${id}`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: experimentWords.for(language)("title_change"), noindex: true }));

export default function ChangeExperiment() {
  return <ChangeExperimentScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
