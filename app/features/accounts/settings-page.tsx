import type { ReactNode } from "react";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { BackLink, PageBody, PageHead, Stack } from "~/ui";
import { PasswordInput } from "./password-input";
import { accountWords } from "./words";

/** The frame of one page of the account, with its way back. */
export function SettingsPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = accountWords.use();
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={title} lead={lead} back={<BackLink href="/ik">{t("back_to_account")}</BackLink>} />
        {children}
      </Stack>
    </PageBody>
  );
}

/** Asks for the password before something that could take the account over. */
export function CurrentPassword({ id, hint, error }: { id?: string; hint?: string; error?: string }) {
  const t = accountWords.use();
  return <PasswordInput name="currentPassword" id={id} label={t("current_password")} hint={hint} error={error} autoComplete="current-password" required />;
}

export interface Refused {
  refusal?: FormRefusal;
}
