import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DevicesScreen } from "~/features/accounts/devices-screen";
import { endSession, listSessions, signOutEverywhere } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_devices");

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { sessions: await answerPage(request, () => listSessions(ctxOf({ context }))) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ everywhere, session }) => {
    if (everywhere) {
      sendCookies({ context }, (await signOutEverywhere(ctx, {})).setCookies);
      return redirect("/afmelden?overal=1");
    }
    await endSession(ctx, { session });
    return redirect("/ik?bewaard=device");
  });
}

export default function Devices() {
  return <DevicesScreen {...useLoaderData<typeof loader>()} />;
}
