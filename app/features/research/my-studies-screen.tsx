import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { BackLink, Card, CardList, EmptyState, LinkButton, Notice, PageBody, PageHead, Prose, Section, Stack } from "~/ui";
import type { MyStudiesView } from "./read-studies.server";
import { StudyBadge } from "./studies-screen";
import { MineLine, WithdrawForm, type Answered } from "./study-screen";
import { researchWords } from "./words";

/** "Wie mag mijn gegevens gebruiken?": each study, my answer, what was delivered of me, and what is kept about me. */
export function MyStudiesScreen({ view, ids, flash, refusal }: { view: MyStudiesView; ids: string[]; flash: Answered; refusal?: FormRefusal }) {
  const t = researchWords.use();
  const { summary } = useRefusal(refusal);
  return (
    <PageBody width="text">
      <Stack space="sections">
        <Stack space="loose">
          <PageHead back={<BackLink href="/ik">{t("back_me")}</BackLink>} title={t("mine_title")} lead={t("mine_lead")} />
          {summary}
          {flash && !refusal ? (
            <Notice kind="success" flash>
              {t(`flash_${flash}`)}
            </Notice>
          ) : null}
          {view.asked ? null : <Notice>{t("why_not_young")}</Notice>}
          {view.studies.length === 0 ? (
            <EmptyState icon="shield-check" title={t("mine_empty")} />
          ) : (
            <CardList>
              {view.studies.map((study, index) => (
                <Card key={study.id} heading="h2" title={study.title} above={<StudyBadge state={study.state} />} meta={<span>{study.institution}</span>}>
                  <Stack>
                    <MineLine mine={study.mine} />
                    <div>
                      <p>
                        <strong>{study.releases.length === 0 ? t("mine_releases_none") : t("mine_releases")}</strong>
                      </p>
                      <Prose>
                        <ul>
                          {study.releases.map((one) => (
                            <li key={one.number}>{t("mine_release_line", { number: one.number, count: one.rows })}</li>
                          ))}
                        </ul>
                      </Prose>
                    </div>
                    <WithdrawForm study={study} id={ids[index]!} action="/ik/studies" />
                    <p>
                      <a href={`/studies/${study.slug}`}>{t("mine_read")}</a>
                    </p>
                  </Stack>
                </Card>
              ))}
            </CardList>
          )}
        </Stack>
        <Section id="logboek" title={t("mine_log")}>
          <Stack>
            <p>{t("mine_log_text")}</p>
            <p>
              <LinkButton href="/ik/gegevens" kind="secondary" icon="file-text">
                {t("mine_log")}
              </LinkButton>
            </p>
          </Stack>
        </Section>
      </Stack>
    </PageBody>
  );
}
