import { Badge, Card, CardList, EmptyState, LinkButton, PageBody, PageHead, Stack } from "~/ui";
import type { StudyLine } from "./read-studies.server";
import { researchWords } from "./words";

/** The state of a study in a word. */
export function StudyBadge({ state }: { state: StudyLine["state"] }) {
  const t = researchWords.use();
  return <Badge kind={state === "open" ? "good" : "plain"}>{t(`state_${state}`)}</Badge>;
}

/** All studies that were ever open, for everyone. */
export function StudiesScreen({ studies, signedIn }: { studies: StudyLine[]; signedIn: boolean }) {
  const t = researchWords.use();
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead
          title={t("studies_title")}
          lead={t("studies_lead")}
          actions={
            signedIn ? (
              <LinkButton href="/ik/studies" icon="shield-check" kind="secondary">
                {t("studies_mine")}
              </LinkButton>
            ) : null
          }
        />
        {studies.length === 0 ? (
          <EmptyState icon="shield-check" title={t("studies_empty")} />
        ) : (
          <CardList>
            {studies.map((one) => (
              <Card key={one.id} heading="h2" href={`/studies/${one.slug}`} title={one.title} above={<StudyBadge state={one.state} />} meta={<span>{one.institution}</span>}>
                {one.purpose}
              </Card>
            ))}
          </CardList>
        )}
      </Stack>
    </PageBody>
  );
}
