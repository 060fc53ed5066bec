import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPlanAction } from "~/features/partnership/index.server";
import { PlanActionScreen } from "~/features/partnership/plan-action-screen";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export const loader = ({ request, params, context }: LoaderFunctionArgs) => answerPage(request, () => readPlanAction(ctxOf({ context }), Number(params.number)));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.action.title }, { name: "description", content: data?.action.plain }];

export default function Action() {
  return <PlanActionScreen action={useLoaderData<typeof loader>().action} />;
}
