import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Card, CardList, DateText, EmptyState, PageBody, PageHead, Pagination, Section, Stack } from "~/ui";
import { documentHref } from "../views";
import type { BacklinksPage } from "./read-backlinks.server";
import { backlinkWords } from "./words";

interface Linking {
  id: string;
  title: string;
  href: string;
  group: string;
}

interface BacklinksProps {
  page: BacklinksPage;
  /** Conversations with a message that links to it, the newest message first. */
  talk: (Linking & { at: string })[];
  /** Where the conversations go on, as it stands in the address; null at the end. */
  next: string | null;
}

/** Texts and conversations that link to a text. */
export function BacklinksScreen({ page, talk, next }: BacklinksProps) {
  const t = backlinkWords.use();
  const ui = uiWords.use();
  const { id, title } = page.document;
  return (
    <div className={accentClass(page.place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("title")} lead={t("lead")} above={title} back={<BackLink href={documentHref(id)}>{t("to_text")}</BackLink>} />
          {page.texts.length === 0 && talk.length === 0 && next === null ? (
            <EmptyState icon="link" title={t("none")}>
              {t("none_text")}
            </EmptyState>
          ) : null}
          {page.texts.length > 0 ? (
            <Section id="teksten" title={t("texts")}>
              <LinkingCards linking={page.texts.map((one) => ({ ...one, at: one.changedAt }))} />
              {page.more ? <p className="soft">{t("more")}</p> : null}
            </Section>
          ) : null}
          {talk.length > 0 || next !== null ? (
            <Section id="gesprekken" title={t("talk")}>
              <LinkingCards linking={talk} />
              <Pagination label={ui("page_label")} next={next === null ? undefined : { href: `${documentHref(id)}/verwijzingen?na=${encodeURIComponent(next)}#gesprekken`, word: t("older") }} />
            </Section>
          ) : null}
        </Stack>
      </PageBody>
    </div>
  );
}

function LinkingCards({ linking }: { linking: BacklinksProps["talk"] }) {
  const language = useLanguage();
  return (
    <CardList>
      {linking.map((one) => (
        <Card
          key={one.id}
          title={one.title}
          href={one.href}
          heading="h3"
          meta={
            <>
              <span>{one.group}</span>
              <DateText at={one.at} language={language} weekday={false} />
            </>
          }
        />
      ))}
    </CardList>
  );
}
