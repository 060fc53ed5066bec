import { useLanguage } from "~/platform/define-words";
import { accentClass, BackLink, Card, CardList, DateText, EmptyState, PageBody, PageHead, Stack } from "~/ui";
import { documentHref } from "../views";
import type { BacklinksPage } from "./read-backlinks.server";
import { backlinkWords } from "./words";

/** Texts that link to a text. */
export function BacklinksScreen({ page }: { page: BacklinksPage }) {
  const t = backlinkWords.use();
  const language = useLanguage();
  return (
    <div className={accentClass(page.place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("title")} lead={t("lead")} above={page.document.title} back={<BackLink href={documentHref(page.document.id)}>{t("to_text")}</BackLink>} />
          {page.texts.length === 0 ? (
            <EmptyState icon="link" title={t("none")}>
              {t("none_text")}
            </EmptyState>
          ) : (
            <CardList>
              {page.texts.map((one) => (
                <Card
                  key={one.id}
                  title={one.title}
                  href={one.href}
                  heading="h2"
                  meta={
                    <>
                      <span>{one.group}</span>
                      <DateText at={one.changedAt} language={language} weekday={false} />
                    </>
                  }
                />
              ))}
            </CardList>
          )}
          {page.more ? <p className="soft">{t("more")}</p> : null}
        </Stack>
      </PageBody>
    </div>
  );
}
