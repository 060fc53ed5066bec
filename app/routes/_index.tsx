import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStart } from "~/features/shell/index.server";
import { StartScreen } from "~/features/shell/start-screen";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return { start: await answerPage(request, () => readStart(ctx)), installation: ctx.house.env.INSTALLATION_NAME };
}

export default function Start() {
  return <StartScreen {...useLoaderData<typeof loader>()} />;
}
