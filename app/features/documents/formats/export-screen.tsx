import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { BackLink, LinkButton, PageBody, PageHead, Stack } from "~/ui";
import type { ExportPage } from "./export-document.server";
import { LossList } from "./loss-list";
import { formatWords } from "./words";

/** The files that a text can be taken along in; each says first what it cannot carry. */
export function ExportScreen({ page, refusal }: { page: ExportPage; refusal?: FormRefusal }) {
  const t = formatWords.use();
  const { summary } = useRefusal(refusal);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("export_title")} lead={t("export_lead")} above={page.title} back={<BackLink href={page.back}>{t("back")}</BackLink>} />
        {summary}
        {page.isEdition ? null : <p className="soft">{t("left_out")}</p>}
        {page.files.map(({ format, href, lost }) => (
          <section key={format} className="card" aria-labelledby={`bestand-${format}`}>
            <Stack>
              <h2 id={`bestand-${format}`}>{t(format)}</h2>
              <p>{t(`${format}_hint`)}</p>
              {Object.keys(lost).length === 0 ? (
                <p className="soft">{t("carries_all")}</p>
              ) : (
                <div>
                  <p>{t("loses")}</p>
                  <LossList lost={lost} />
                </div>
              )}
              <p>
                <LinkButton href={href} icon="download" kind="secondary">
                  {`${t("take")}: ${t(format)}`}
                </LinkButton>
              </p>
            </Stack>
          </section>
        ))}
        {page.files.some(({ format }) => format === "pdf") ? null : <p>{t("to_pdf")}</p>}
      </Stack>
    </PageBody>
  );
}
