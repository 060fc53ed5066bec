import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Badge, Columns, CopyText, DateText, EmptyState, formatDay, LinkButton, LinkList, Notice, PageBody, PageHead, PrintButton, QrCode, Section, Stack } from "~/ui";
import { ContentView } from "../content-view";
import { EasySwitch } from "../easy/easy-switch";
import { easyEditionHref } from "../easy/views";
import { formatWords } from "../formats/words";
import { Cite, ComparedWith, editionPath, SinceRead } from "../library/edition-parts";
import { OriginLine } from "../library/origin-line";
import { libraryWords } from "../library/words";
import { useByline, useUse } from "../library/use-words";
import { LicenceLink } from "./licence";
import type { EditionPage, WithdrawnPage } from "./read-edition.server";
import { hasSession } from "../session/plan-session";
import { sessionWords } from "../session/words";
import { documentWords } from "../words";

/** An edition of a text: learning material for everyone, to read, to print and to share. */
export function MaterialScreen({ page }: { page: EditionPage | WithdrawnPage }) {
  return "withdrawn" in page ? <Withdrawn page={page} /> : <Edition page={page} />;
}

function Edition({ page }: { page: EditionPage }) {
  const t = documentWords.use();
  const language = useLanguage();
  const byline = useByline();
  const use = useUse();
  const library = libraryWords.use();
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
                {use(edition).map((word) => (
                  <span key={word} className="small">
                    {word}
                  </span>
                ))}
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
          {page.easy ? <EasySwitch usual={edition.href} easy={easyEditionHref(edition.href)} shown={page.easy.shown ? "easy" : "usual"} /> : null}
          <SinceRead page={page} />
          <Columns asideLabel={t("use_it")} aside={<UseIt page={page} />}>
            <Stack space="loose">
              <ContentView content={edition.content} people={page.people} pictures={page.pictures} frames lang={edition.language === "else" ? undefined : edition.language} />
              <p className="soft">
                {t("edition", { number: edition.number })}
                {" · "}
                {t("published_on", { day: formatDay(new Date(edition.publishedAt), { language, weekday: false }) })}
                {" · "}
                <LicenceLink licence={edition.licence} />
              </p>
              {page.origin ? (
                <div className="soft">
                  <p>{library("origin")}</p>
                  <OriginLine origin={page.origin} />
                </div>
              ) : null}
            </Stack>
          </Columns>
        </article>
      </PageBody>
    </div>
  );
}

function UseIt({ page }: { page: EditionPage }) {
  const t = documentWords.use();
  const session = sessionWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const library = libraryWords.use();
  const formats = formatWords.use();
  const { address, qr, others, space, edition } = page;
  return (
    <Stack space="loose">
      <Section id="delen" title={t("use_it")}>
        <Stack>
          <p>
            {t("use_licence", { licence: edition.licence })} <LicenceLink licence={edition.licence} word={t("licence_means", { licence: edition.licence })} />
          </p>
          <PrintButton word={ui("print")} />
          <LinkList
            items={[
              ...(hasSession(edition.content) ? [{ href: `${edition.href.replace(/\/\d+$/, "")}/lesplan?uitgave=${edition.number}`, word: session("link") }] : []),
              { href: `${edition.href}/meenemen${page.easy?.shown ? "?makkelijk" : ""}`, word: formats("export") },
              ...(page.maySignedIn ? [{ href: `${editionPath(page)}/hergebruiken`, word: library("reuse") }] : []),
              { href: `/leerplekken/${space.slug}`, word: t("made_in", { name: space.name }) },
            ]}
          />
          <Cite page={page} />
          <div className="material-qr">
            <QrCode {...qr} label={t("qr_label", { address })} />
          </div>
          <p className="small">{t("scan")}</p>
          <CopyText id="adres" label={t("address")} value={address} copyWord={ui("copy")} copiedWord={ui("copied")} />
        </Stack>
      </Section>
      {others.length > 0 ? (
        <Section id="uitgaven" title={t("other_editions")}>
          <ul role="list" className="link-list">
            {others.map((other) => (
              <li key={other.number}>
                <a href={other.href}>
                  <span>
                    {t("edition", { number: other.number })}, <DateText at={other.publishedAt} language={language} dayOnly weekday={false} />
                  </span>
                </a>
                <br />
                <ComparedWith page={page} number={other.number} />
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
