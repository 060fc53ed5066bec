import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountCard } from "~/features/accounts/account-card";
import { readAccount } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { SettingsPage } from "~/features/accounts/settings-page";
import { accountWords } from "~/features/accounts/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_card");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const { signInName } = await answerPage(request, () => readAccount(ctx));
  return { signInName, product: ctx.house.env.INSTALLATION_NAME, address: ctx.house.publicUrl };
}

export default function CardToPrint() {
  const t = accountWords.use();
  return (
    <SettingsPage title={t("title_card")} lead={t("card_lead")}>
      <AccountCard {...useLoaderData<typeof loader>()} />
    </SettingsPage>
  );
}
