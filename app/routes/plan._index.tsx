import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPlan } from "~/features/partnership/index.server";
import { PlanScreen } from "~/features/partnership/plan-screen";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return { view: await answerPage(request, () => readPlan(ctx)), installation: ctx.house.env.INSTALLATION_NAME };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.view.plan.title }, { name: "description", content: data?.view.plan.mission }];

export default function ThePlan() {
  return <PlanScreen {...useLoaderData<typeof loader>()} />;
}
