import { useReadersWords } from "~/features/groups/readers-line";
import { reportPath } from "~/features/house-rules/report-path";
import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { MarkupPlace } from "~/platform/page-markup";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Columns, DateText, EmptyState, Facts, formatMoment, IconWord, LinkButton, LinkList, Notice, PageBody, PageHead, Section, Stack } from "~/ui";
import { backlinkWords } from "./backlinks/words";
import { CommentsSection } from "./comments/comments-section";
import { EasyOfText } from "./easy/easy-switch";
import { beginEasyHref, besideHref } from "./easy/views";
import { easyWords } from "./easy/words";
import { formatWords } from "./formats/words";
import { keptWords } from "./kept/words";
import { OriginLine } from "./library/origin-line";
import { libraryWords } from "./library/words";
import { LicenceLink, MayBePublic } from "./editions/licence";
import { narrowHref } from "./narrowing/href";
import { narrowingWords } from "./narrowing/words";
import { proposalWords } from "./proposals/words";
import type { DocumentPage } from "./read-document.server";
import { sessionWords } from "./session/words";
import { SinceLine } from "./since/since-line";
import { templateWords } from "./templates/words";
import { treeWords } from "./tree/words";
import { documentHref, newBeneathHref, proposalsHref, proposeHref, textMarkup, type Author } from "./views";
import { documentWords } from "./words";

/** A shared text to read, for everyone who may, without JavaScript. */
export function DocumentScreen({ page, refusal }: { page: DocumentPage; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const proposals = proposalWords.use();
  const { summary } = useRefusal(refusal);
  const { document, place, may } = page;
  const href = documentHref(document.id);
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead
            title={document.title}
            back={<BackLink href={`/leerplekken/${place.space.slug}/teksten`}>{t("to_texts")}</BackLink>}
            actions={
              may.write === true || may.publish === true || may.propose === true ? (
                <>
                  {may.write === true ? (
                    <LinkButton href={`${href}/schrijven`} icon="pencil">
                      {t("write_along")}
                    </LinkButton>
                  ) : null}
                  {may.write !== true && may.propose === true ? (
                    <LinkButton href={proposeHref(document.id)} icon="pencil">
                      {proposals("propose")}
                    </LinkButton>
                  ) : null}
                  {may.publish === true ? (
                    <LinkButton href={`${href}/openbaar`} kind="secondary" icon="globe">
                      {t("make_public")}
                    </LinkButton>
                  ) : null}
                </>
              ) : undefined
            }
          />
          {summary}
          <SinceLine news={page.news} />
          <Announcement page={page} />
          {page.easy ? <EasyOfText id={document.id} easy={page.easy} /> : null}
          <Columns asideLabel={t("about")} aside={<About page={page} />}>
            <Stack space="sections">
              {page.empty ? <EmptyState icon="file-text" title={t("text_empty")} /> : <MarkupPlace name={textMarkup} id="tekst" />}
              <CommentsSection page={page} refusal={refusal} />
            </Stack>
          </Columns>
        </Stack>
      </PageBody>
    </div>
  );
}

/** Whether who writes is to know that the text may become public: from the start, until it is or that is announced. */
export const mayBecomePublic = ({ may, published, announced }: DocumentPage) => may.write === true && !published && !announced;

/** What is asked of who wrote along, before the text is public; else what who writes knows from the start, unless the page said so. */
export function Announcement({ page, wasSaid = false }: { page: DocumentPage; wasSaid?: boolean }) {
  const t = documentWords.use();
  const language = useLanguage();
  const { document, announced, naming } = page;
  return (
    <>
      {announced ? (
        <Notice wide kind="warning" title={t("announced_title")}>
          {t("announced_text", { moment: formatMoment(new Date(announced.publishFrom), { language }) })}
        </Notice>
      ) : mayBecomePublic(page) && !wasSaid ? (
        <MayBePublic licence={document.licence} />
      ) : null}
      {naming ? (
        <Notice wide icon="user-round" title={t("naming_title")}>
          <p>{t("naming_text")}</p>
          {naming.agreed === null ? null : (
            <p>
              <strong>{naming.agreed ? t("naming_now_yes") : t("naming_now_no")}</strong>
            </p>
          )}
          <div className="cluster">
            <NamingButton id={document.id} agreed word={t("naming_yes")} />
            <NamingButton id={document.id} agreed={false} word={t("naming_no")} />
          </div>
        </Notice>
      ) : null}
    </>
  );
}

function NamingButton({ id, agreed, word }: { id: string; agreed: boolean; word: string }) {
  return (
    <form method="post" action={documentHref(id)}>
      <input type="hidden" name="intent" value="naming" />
      <input type="hidden" name="agreed" value={String(agreed)} />
      <Button kind="secondary">{word}</Button>
    </form>
  );
}

function About({ page }: { page: DocumentPage }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const session = sessionWords.use();
  const proposals = proposalWords.use();
  const library = libraryWords.use();
  const formats = formatWords.use();
  const kept = keptWords.use();
  const backlinks = backlinkWords.use();
  const tree = treeWords.use();
  const template = templateWords.use();
  const easy = easyWords.use();
  const { document, place, published, may } = page;
  const href = documentHref(document.id);
  return (
    <Stack space="loose">
      <Section id="over" title={t("about")}>
        <Facts
          items={[
            { term: t("term_group"), icon: "users-round", value: <a href={`/groepen/${place.group.id}`}>{place.group.name}</a> },
            { term: t("term_readers"), icon: "eye", value: <Readable page={page} /> },
            { term: t("term_writers"), icon: "pencil", value: <Writers writers={page.writers} /> },
            { term: t("term_changed"), icon: "clock", value: <DateText at={document.changedAt} language={language} weekday={false} /> },
            { term: t("term_licence"), icon: "scale", value: <LicenceLink licence={document.licence} /> },
            ...(page.around.above ? [{ term: tree("above"), icon: "file-text" as const, value: <a href={page.around.above.href}>{page.around.above.title}</a> }] : []),
            ...(page.origin ? [{ term: library("origin"), icon: "link" as const, value: <OriginLine origin={page.origin} /> }] : []),
            ...(page.template ? [{ term: template("began_with"), icon: "file-text" as const, value: <a href={page.template.href}>{page.template.title}</a> }] : []),
            ...(published ? [{ term: t("term_published"), icon: "book-open" as const, value: <a href={published.href}>{t("published_as", { number: published.number })}</a> }] : []),
          ]}
        />
      </Section>
      {page.around.beneath.length > 0 || may.write === true ? (
        <Section id="hieronder" title={tree("beneath")}>
          <LinkList
            items={[
              ...page.around.beneath.map(({ href: at, title }) => ({ href: at, word: title })),
              ...(may.write === true ? [{ href: newBeneathHref(document.id), word: <IconWord icon="plus">{tree("new_beneath")}</IconWord> }] : []),
            ]}
          />
        </Section>
      ) : null}
      <LinkList
        items={[
          ...(may.write === true ? [{ href: `${href}/aanpassen`, word: t("settings") }, { href: `${href}/plaats`, word: tree("place") }] : []),
          ...(page.easy?.is === "easy" && page.easy.other ? [{ href: besideHref(document.id), word: easy("beside") }] : []),
          ...((page.easy?.is ?? "source") === "source" && !page.easy?.other && may.write === true ? [{ href: beginEasyHref(document.id), word: easy("begin_link") }] : []),
          ...(page.session ? [{ href: `${href}/lesplan`, word: session("link") }] : []),
          { href: `${href}/versies`, word: t("versions") },
          { href: `${href}/verwijzingen`, word: backlinks("link") },
          { href: `${href}/bewaard`, word: kept("link") },
          { href: proposalsHref(document.id), word: proposals("list") },
          { href: `${href}/meenemen`, word: formats("export") },
          { href: reportPath("document", document.id), word: ui("report") },
        ]}
      />
    </Stack>
  );
}

/** Who reads it, with the way to choose that for who may. */
function Readable({ page: { document, readers, may } }: { page: DocumentPage }) {
  const words = useReadersWords();
  const narrowing = narrowingWords.use();
  return (
    <>
      {words(readers)}
      {may.narrow === true ? (
        <>
          {" "}
          <a href={narrowHref(document.id)}>{narrowing("link")}</a>
        </>
      ) : null}
    </>
  );
}

/** Names that this reader may see, and how many there are besides. */
export function Writers({ writers }: { writers: Author[] }) {
  const t = documentWords.use();
  if (writers.length === 0) return <>{t("nobody_yet")}</>;
  const named = writers.filter(({ id }) => id !== null);
  const others = writers.length - named.length;
  return (
    <ul role="list">
      {named.map(({ id, name, staff }) => (
        <li key={id}>{staff ? `${name}, ${staff}` : name}</li>
      ))}
      {others > 0 ? <li>{t("and_participants", { count: others })}</li> : null}
    </ul>
  );
}
