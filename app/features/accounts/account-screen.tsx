import { Button, Card, CardList, Form, FormActions, IconWord, Notice, PageBody, PageHead, Stack, type IconName } from "~/ui";
import type { AccountView } from "./read-account.server";
import { accountWords } from "./words";

/** What was changed just before, from the address. */
export const savedThings = ["name", "password", "email_asked", "email_removed", "language", "device", "calm", "presence"] as const;
export type SavedThing = (typeof savedThings)[number];

export interface AccountScreenProps {
  account: AccountView;
  devices: number;
  saved: SavedThing | null;
}

export function AccountScreen({ account, devices, saved }: AccountScreenProps) {
  const t = accountWords.use();
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_me")} lead={t("me_lead")} />
        {saved ? (
          <Notice kind="success" flash>
            {t(`saved_${saved}`)}
          </Notice>
        ) : null}
        <CardList>
          <Line key="name" href="/ik/naam" icon="user-round" title={t("title_name")} text={t("me_name_text", { name: account.name })} />
          <Line key="card" href="/ik/kaart" icon="printer" title={t("title_card")} text={t("me_card_text", { name: account.signInName })} />
          <Line key="password" href="/ik/wachtwoord" icon="key-round" title={t("title_password")} text={t("me_password_text")} />
          <Line key="email" href="/ik/e-mail" icon="mail" title={t("title_email")} text={emailText(t, account)} />
          <Line key="tasks" href="/ik/taken" icon="check" title={t("title_tasks")} text={t("me_tasks_text")} />
          <Line key="notices" href="/ik/meldingen" icon="bell" title={t("title_notices")} text={t("me_notices_text")} />
          <Line key="calm" href="/ik/rust" icon="eye" title={t("title_calm")} text={t("me_calm_text")} />
          <Line key="devices" href="/ik/toestellen" icon="shield-check" title={t("title_devices")} text={t("me_devices_text", { count: devices })} />
          <Line key="data" href="/ik/gegevens" icon="file-text" title={t("title_data")} text={t("me_data_text")} />
          <Line key="studies" href="/ik/studies" icon="chart-column" title={t("title_studies")} text={t("me_studies_text")} />
          <Line key="leave" href="/ik/stoppen" icon="trash-2" title={t("title_leave")} text={t("me_leave_text")} />
        </CardList>
        <Form action="/afmelden">
          <FormActions>
            <Button icon="log-out" kind="secondary">
              {t("sign_out_button")}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}

function Line({ href, icon, title, text }: { href: string; icon: IconName; title: string; text: string }) {
  return (
    <Card href={href} heading="h2" title={<IconWord icon={icon}>{title}</IconWord>}>
      {text}
    </Card>
  );
}

function emailText(t: ReturnType<typeof accountWords.use>, { email, emailAsked }: AccountView): string {
  if (emailAsked) return t("me_email_asked", { email: emailAsked });
  return email ? t("me_email_text", { email }) : t("me_email_none");
}
