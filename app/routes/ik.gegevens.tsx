import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataScreen } from "~/features/accounts/data-screen";
import { collectDownload } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_data");

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { parts: await answerPage(request, () => collectDownload(ctxOf({ context }))) };
}

export default function Data() {
  return <DataScreen {...useLoaderData<typeof loader>()} />;
}
