import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CalmScreen } from "~/features/accounts/calm-screen";
import { choosePresence, cookiesAreSecure, readAccount } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { judgePerson } from "~/features/discussions/index.server";
import { calmCookie } from "~/platform/calm-mode";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";
import type { LoadContext } from "~/platform/load-context.server";

export const meta = accountTitle("title_calm");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { showsPresence: presence, showsTyping: typing } = await answerPage(request, () => readAccount(ctxOf({ context })));
  const { calm, session } = context as unknown as LoadContext;
  return { calm, own: session?.device === "own", presence, typing };
}

/** Calm is, like the language, a preference of the device: a cookie, never stored about a person. Being seen is the person's. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = context as unknown as LoadContext;
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, ...fields }) => {
    if (intent === "presence") {
      await choosePresence(ctx, fields);
      await judgePerson(ctx.house, ctx.actor.personId!);
    } else if (intent === "calm") {
      await readAccount(ctx);
      sendCookies({ context }, [calmCookie(fields.calm === "yes", { secure: cookiesAreSecure(ctx.house), kept: session?.device === "own" })]);
    } else throw new AppError("invalid_input");
    return redirect(`/ik?bewaard=${intent}`);
  });
}

export default function Calm() {
  return <CalmScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
