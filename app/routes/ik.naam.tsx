import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeName, readAccount } from "~/features/accounts/index.server";
import { NameScreen } from "~/features/accounts/name-screen";
import { accountTitle } from "~/features/accounts/page-title";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_name");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name } = await answerPage(request, () => readAccount(ctxOf({ context })));
  return { name };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ name }) => {
    await changeName(ctxOf({ context }), { name });
    return redirect("/ik?bewaard=name");
  });
}

export default function Name() {
  return <NameScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
