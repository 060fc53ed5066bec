import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Badge, Columns, CopyText, DateText, EmptyState, formatDay, LinkButton, Notice, PageBody, PageHead, PrintButton, QrCode, Section, Stack } from "~/ui";
import { ContentView } from "./content-view";
import { LicenceLink } from "./licence";
import type { EditionPage, WithdrawnPage } from "./read-edition.server";
import { documentWords } from "./words";

/** An edition of a text: learning material for everyone, to read, to print and to share. */
export function MaterialScreen({ page }: { page: EditionPage | WithdrawnPage }) {
  return "withdrawn" in page ? <Withdrawn page={page} /> : <Edition page={page} />;
}

function Edition({ page }: { page: EditionPage }) {
  const t = documentWords.use();
  const language = useLanguage();
  const byline = useByline();
  const { edition, newest, space, theme } = page;
  return (
    <div className={accentClass(page.accent)}>
      <PageBody>
        <article className="stack stack--loose">
          <PageHead
            title={edition.title}
            back={<BackLink href="/leermateriaal">{t("material")}</BackLink>}
            above={
              <div className="cluster">
                <Badge kind="accent" icon={page.icon}>
                  {theme}
                </Badge>
              </div>
            }
            lead={
              <>
                {byline(edition)}. {t("made_in", { name: space.name })}.
              </>
            }
          />
          {newest ? (
            <Notice wide>
              <p>
                {t("older_edition")} <a href={newest.href}>{t("show_newest")}</a>
              </p>
            </Notice>
          ) : null}
          <Columns asideLabel={t("use_it")} aside={<UseIt page={page} />}>
            <Stack space="loose">
              <ContentView content={edition.content} />
              <p className="soft">
                {t("edition", { number: edition.number })}
                {" · "}
                {t("published_on", { day: formatDay(new Date(edition.publishedAt), { language, weekday: false }) })}
                {" · "}
                <LicenceLink licence={edition.licence} />
              </p>
            </Stack>
          </Columns>
        </article>
      </PageBody>
    </div>
  );
}

function UseIt({ page }: { page: EditionPage }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { address, qr, others, space, edition } = page;
  return (
    <Stack space="loose">
      <Section id="delen" title={t("use_it")}>
        <Stack>
          <p>
            {t("use_licence", { licence: edition.licence })} <LicenceLink licence={edition.licence} />
          </p>
          <PrintButton word={ui("print")} />
          <div className="material-qr">
            <QrCode {...qr} label={t("qr_label", { address })} />
          </div>
          <p className="small">{t("scan")}</p>
          <CopyText id="adres" label={t("address")} value={address} copyWord={ui("copy")} copiedWord={ui("copied")} />
          <p>
            <a href={`/leerplekken/${space.slug}`}>{t("made_in", { name: space.name })}</a>
          </p>
        </Stack>
      </Section>
      {others.length > 0 ? (
        <Section id="uitgaven" title={t("other_editions")}>
          <ul role="list" className="stack stack--tight">
            {others.map((other) => (
              <li key={other.number}>
                <a href={other.href}>
                  {t("edition", { number: other.number })}, <DateText at={other.publishedAt} language={language} dayOnly weekday={false} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Stack>
  );
}

function Withdrawn({ page: { withdrawn, space } }: { page: WithdrawnPage }) {
  const t = documentWords.use();
  const language = useLanguage();
  return (
    <PageBody width="text">
      <EmptyState
        icon="info"
        title={t("withdrawn_title")}
        heading="h1"
        action={
          <>
            <LinkButton href="/leermateriaal" icon="book-open">
              {t("all_material")}
            </LinkButton>
            <LinkButton href={`/leerplekken/${space.slug}`} kind="secondary">
              {space.name}
            </LinkButton>
          </>
        }
      >
        <p>{t("withdrawn_was", { title: withdrawn.title, day: formatDay(new Date(withdrawn.at), { language, weekday: false }) })}</p>
        <p>
          <strong>{t("withdrawn_reason")}:</strong> {withdrawn.reason}
        </p>
      </EmptyState>
    </PageBody>
  );
}

/** "Door Jef, Noor en anderen van de groep". */
export function useByline(): (edition: { authors: string[]; unnamed: number }) => string {
  const t = documentWords.use();
  return ({ authors, unnamed }) => {
    if (authors.length === 0) return t("by_group");
    if (unnamed > 0) return t("by_people_and_group", { names: authors.join(", ") });
    const names = authors.length === 1 ? authors[0]! : `${authors.slice(0, -1).join(", ")} ${t("and")} ${authors.at(-1)!}`;
    return t("by_people", { names });
  };
}
