import { useLanguage } from "~/platform/define-words";
import { Badge, Button, Card, CardList, DateText, Facts, Form, Section } from "~/ui";
import type { SessionView } from "./list-sessions.server";
import { SettingsPage } from "./settings-page";
import { accountWords } from "./words";

export function DevicesScreen({ sessions }: { sessions: SessionView[] }) {
  const t = accountWords.use();
  const language = useLanguage();
  return (
    <SettingsPage title={t("title_devices")} lead={t("devices_lead")}>
      <CardList>
        {sessions.map((session) => (
          <Card
            key={session.id}
            heading="h2"
            title={session.label || t("device_unknown")}
            above={session.current ? <Badge kind="good">{t("device_this")}</Badge> : undefined}
            foot={
              session.current ? undefined : (
                <Form action="/ik/toestellen" hidden={{ session: session.id }}>
                  <Button kind="secondary" icon="log-out">
                    {t("device_end")}
                  </Button>
                </Form>
              )
            }
          >
            <Facts
              items={[
                { term: t("download_device_kind"), value: t(`device_kind_${session.device}`) },
                { term: t("device_since"), value: <DateText at={session.since} language={language} /> },
                { term: t("device_last"), value: <DateText at={session.lastActive} language={language} /> },
              ]}
            />
          </Card>
        ))}
      </CardList>
      <Section id="everywhere" title={t("everywhere_title")}>
        <p>{t("everywhere_text")}</p>
        <Form action="/ik/toestellen" hidden={{ everywhere: "yes" }}>
          <Button kind="danger" icon="log-out">
            {t("everywhere_button")}
          </Button>
        </Form>
      </Section>
    </SettingsPage>
  );
}
