import { Badge, Card, CardList, EmptyState, LinkButton, PageBody, PageHead, Stack } from "~/ui";
import type { StudyLine } from "./read-studies.server";
import { StudyBadge } from "./studies-screen";
import { researchWords } from "./words";

/** Studies for those who guard them, do them, or answer for an organisation. */
export function StudyDeskScreen({ lines, mayStart }: { lines: (StudyLine & { waits: boolean })[]; mayStart: boolean }) {
  const t = researchWords.use();
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead
          title={t("desk_title")}
          lead={t("desk_lead")}
          actions={
            mayStart ? (
              <LinkButton href="/beheer/studies/nieuw" icon="plus">
                {t("desk_start")}
              </LinkButton>
            ) : null
          }
        />
        {lines.length === 0 ? (
          <EmptyState icon="shield-check" title={t("desk_empty")} />
        ) : (
          <CardList>
            {lines.map((one) => (
              <Card
                key={one.id}
                heading="h2"
                href={`/beheer/studies/${one.slug}`}
                title={one.title}
                above={
                  <>
                    <StudyBadge state={one.state} />
                    {one.waits ? (
                      <Badge kind="wait" icon="clock">
                        {t("desk_waits")}
                      </Badge>
                    ) : null}
                  </>
                }
                meta={<span>{one.institution}</span>}
              >
                {one.purpose}
              </Card>
            ))}
          </CardList>
        )}
      </Stack>
    </PageBody>
  );
}
