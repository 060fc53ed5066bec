import { useLanguage } from "~/platform/define-words";
import { Card, DataTable, Grid, Notice, PageBody, PageHead, Prose, Section, Stack } from "~/ui";
import { Blocks } from "./blocks";
import type { PlanView } from "./read-plan.server";
import { partnershipWords } from "./words";

const numbers = { nl: "nl-BE", fr: "fr-BE", en: "en-GB" } as const;

/** The plan of the partnership: why, objectives, actions, figures with their source, who started it. */
export function PlanScreen({ view, installation }: { view: PlanView; installation: string }) {
  const t = partnershipWords.use();
  const language = useLanguage();
  const { plan } = view;
  const print = new Intl.NumberFormat(numbers[language]);
  return (
    <PageBody>
      <Stack space="sections">
        <PageHead title={plan.title} lead={t("by", { name: plan.publisher })} />
        {language === "nl" ? null : <Notice>{t("dutch_counts")}</Notice>}
        <Section id="missie" title={t("mission")}>
          <Prose lang="nl">
            <p>
              <strong>{plan.mission}</strong>
            </p>
            <p>{plan.missionExplained}</p>
          </Prose>
        </Section>
        <Section id="acties" title={t("actions")}>
          <Grid as="ul">
            {plan.actions.map((action) => (
              <li key={action.number} lang="nl">
                <Card heading="h3" title={action.title} href={`/plan/acties/${action.number}`} above={<span className="badge">{t("action_number", { number: action.number })}</span>}>
                  {action.plain}
                </Card>
              </li>
            ))}
          </Grid>
        </Section>
        <Section id="doelen" title={t("objectives")}>
          <Grid as="ul">
            {plan.objectives.map((objective) => (
              <li key={objective.number} lang="nl">
                <Card heading="h3" title={objective.title}>
                  <p>{objective.plain}</p>
                  <ul>
                    {objective.points.map((point) => (
                      <li key={point}>{point}</li>
                    ))}
                  </ul>
                </Card>
              </li>
            ))}
          </Grid>
        </Section>
        <Section id="cijfers" title={t("figures")}>
          <p>{t("figures_lead", { name: installation })}</p>
          <DataTable
            caption={t("figures")}
            columns={[
              { key: "area", word: t("area") },
              { key: "year", word: t("year"), number: true },
              { key: "kind", word: t("kind") },
              { key: "percent", word: t("share"), number: true },
              { key: "people", word: t("people"), number: true },
              { key: "source", word: t("source") },
            ]}
            rows={plan.figures.map((figure) => ({
              key: `${figure.indicator}-${figure.area}-${figure.year}-${figure.kind}`,
              cells: {
                area: figure.area,
                year: String(figure.year),
                kind: t(`kind_${figure.kind}`),
                percent: `${print.format(figure.percent)} %`,
                people: figure.people === null ? "–" : print.format(figure.people),
                source: figure.source,
              },
            }))}
          />
        </Section>
        <Section id="volgen" title={t("indicators")}>
          <Grid as="ul">
            {plan.indicators.map((indicator) => (
              <li key={indicator.key} lang="nl">
                <Card heading="h3" title={indicator.title} soft>
                  <p>{indicator.explanation}</p>
                  <p className="soft">{indicator.source}</p>
                </Card>
              </li>
            ))}
          </Grid>
        </Section>
        <Section id="doe-mee" title={t("join")}>
          <Prose lang="nl">
            <h3>{plan.engagement.join.title}</h3>
            <p>{plan.engagement.join.text}</p>
            <ul>
              {plan.engagement.join.who.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            <h3>{plan.engagement.linkAction.title}</h3>
            <p>{t("conditions")}</p>
            <ol>
              {plan.engagement.linkAction.conditions.map((one) => (
                <li key={one.key}>{one.question}</li>
              ))}
            </ol>
            <h3>{plan.engagement.idea.title}</h3>
            <p>{plan.engagement.idea.text}</p>
            <p>
              <a href={plan.website}>{plan.website}</a>
            </p>
          </Prose>
        </Section>
        <Section id="waarom" title={t("why")}>
          <Prose lang="nl">
            <Blocks blocks={plan.why} />
          </Prose>
        </Section>
        <Section id="wie" title={t("founders")}>
          <Prose lang="nl">
            <ul>
              {plan.founders.map((founder) => (
                <li key={founder.name}>
                  <strong>{founder.name}</strong>: {founder.explanation}
                </li>
              ))}
            </ul>
            <h3>{t("notes")}</h3>
            <ul>
              {plan.sourceNotes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Prose>
        </Section>
      </Stack>
    </PageBody>
  );
}
