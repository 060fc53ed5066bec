import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountScreen, savedThings } from "~/features/accounts/account-screen";
import { listSessions, readAccount } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_me");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const said = new URL(request.url).searchParams.get("bewaard");
  const account = await answerPage(request, () => readAccount(ctx));
  const devices = (await listSessions(ctx)).length;
  return { account, devices, saved: savedThings.find((thing) => thing === said) ?? null };
}

export default function Me() {
  return <AccountScreen {...useLoaderData<typeof loader>()} />;
}
