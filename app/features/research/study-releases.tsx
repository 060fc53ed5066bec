import { useLanguage } from "~/platform/define-words";
import { Button, Card, DateText, Disclosure, Form, LinkButton, ProgressLine, Section, Stack } from "~/ui";
import type { StudyWorkView } from "./read-studies.server";
import { researchWords } from "./words";

/** Releases of a study: asking for one, how far it is, fetching it. */
export function StudyReleases({ study, id, action }: { study: StudyWorkView; id: string; action: string }) {
  const t = researchWords.use();
  const busy = study.releases.some((one) => one.state === "queued" || one.state === "running");
  return (
    <Section id="leveringen" title={t("work_releases")}>
      <Stack>
        {study.may.askRelease === true && !busy ? (
          <Form action={action} hidden={{ intent: "release", id, study: study.id }}>
            <p>{t("work_ask_text")}</p>
            <div>
              <Button icon="download">{t("work_ask")}</Button>
            </div>
          </Form>
        ) : null}
        {study.releases.length === 0 ? <p className="soft">{t("work_releases_none")}</p> : null}
        {study.releases.map((one) => (
          <ReleaseCard key={one.id} one={one} study={study} />
        ))}
      </Stack>
    </Section>
  );
}

function ReleaseCard({ one, study }: { one: StudyWorkView["releases"][number]; study: StudyWorkView }) {
  const t = researchWords.use();
  const language = useLanguage();
  const waits = one.state === "queued" || one.state === "running";
  const sentence = t(`release_${one.state}`, { progress: one.progress, participants: one.participants ?? 0, events: one.events ?? 0 });
  const emptied = Object.values(one.suppressed ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <Card title={t("release_title", { number: one.number })} meta={<DateText at={one.at} language={language} />}>
      <Stack>
        {waits ? <ProgressLine sentence={sentence} value={one.progress} max={100} /> : <p>{sentence}</p>}
        {waits ? (
          <p>
            <a href={`/beheer/studies/${study.slug}#leveringen`}>{t("release_reload")}</a>
          </p>
        ) : null}
        {one.state === "ready" ? <p className="soft">{t("release_emptied", { count: emptied })}</p> : null}
        {one.dead ? <p>{t("release_dead")}</p> : null}
        {one.state === "ready" && !one.dead && study.may.askRelease === true ? (
          <p>
            <LinkButton href={`/beheer/studies/${study.slug}/levering/${one.id}`} icon="download">
              {t("release_fetch")}
            </LinkButton>
          </p>
        ) : null}
        {one.sha256 && !one.dead ? (
          <Disclosure summary={t("release_checksum")} bare>
            <code>{one.sha256}</code>
          </Disclosure>
        ) : null}
      </Stack>
    </Card>
  );
}
