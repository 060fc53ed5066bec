import { Cluster, LinkButton, Section } from "~/ui";
import type { DeskLinks as Links } from "./read-desk-links.server";
import { shellWords } from "./words";

/** "Wat wacht op jou", for staff: the desk of reports and that of studies. */
export function DeskLinks({ links }: { links: Links }) {
  const t = shellWords.use();
  if (links.cases === null && links.studies === null) return null;
  return (
    <Section id="wacht" title={t("waiting_title")}>
      <Cluster>
        {links.cases === null ? null : (
          <LinkButton href="/beheer/meldingen" icon="flag" kind={links.cases > 0 ? "primary" : "secondary"}>
            {links.cases > 0 ? t("waiting_cases", { count: links.cases }) : t("desk_reports")}
          </LinkButton>
        )}
        {links.studies === null ? null : (
          <LinkButton href="/beheer/studies" icon="chart-column" kind={links.studies > 0 ? "primary" : "secondary"}>
            {links.studies > 0 ? t("waiting_studies", { count: links.studies }) : t("desk_studies")}
          </LinkButton>
        )}
      </Cluster>
    </Section>
  );
}
