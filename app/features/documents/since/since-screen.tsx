import type { ReactNode } from "react";
import { useLanguage } from "~/platform/define-words";
import { accentClass, BackLink, Disclosure, EmptyState, formatMoment, LinkButton, Notice, PageBody, PageHead, Prose, Section, Stack } from "~/ui";
import { ComparedView } from "../compare/compared-view";
import { foldSame } from "../compare/fold-same";
import { sectionId } from "../gate/judge-text";
import { documentHref, type Author } from "../views";
import { documentWords } from "../words";
import type { PartView, SincePage } from "./read-since.server";
import { sinceWords } from "./words";

/** What changed in a text since the reader was there: by part, as words that came and went, with who wrote. Without JavaScript. */
export function SinceScreen({ page }: { page: SincePage }) {
  const t = sinceWords.use();
  const documents = documentWords.use();
  const language = useLanguage();
  const href = documentHref(page.document.id);
  const lead = page.at ? t("lead", { moment: formatMoment(new Date(page.at), { language }) }) : page.state === "first" ? undefined : t("lead_number");
  return (
    <div className={accentClass(page.place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("title")} lead={lead} back={<BackLink href={href}>{documents("read_page")}</BackLink>} above={page.document.title} />
          <What page={page} href={href} />
          <p className="soft small">{t("private")}</p>
        </Stack>
      </PageBody>
    </div>
  );
}

function What({ page, href }: { page: SincePage; href: string }) {
  const t = sinceWords.use();
  const toText = <LinkButton href={href}>{t("to_text")}</LinkButton>;
  const toVersions = (
    <LinkButton href={`${href}/versies`} icon="history">
      {t("to_versions")}
    </LinkButton>
  );
  if (page.state === "changed") return <Changed page={page} href={href} />;
  const said = { first: { icon: "history", action: toText }, same: { icon: "circle-check", action: toText }, lost: { icon: "history", action: toVersions }, too_long: { icon: "file-text", action: toVersions } } as const;
  const { icon, action } = said[page.state];
  return (
    <EmptyState icon={icon} title={t(page.state)} action={action}>
      {t(`${page.state}_text`)}
    </EmptyState>
  );
}

function Changed({ page, href }: { page: SincePage; href: string }) {
  const t = sinceWords.use();
  const documents = documentWords.use();
  const language = useLanguage();
  const words = (count: number) => documents("compare_words", { count });
  const counts = ({ added, removed }: { added: number; removed: number }) =>
    [added > 0 ? t("added", { words: words(added) }) : "", removed > 0 ? t("removed", { words: words(removed) }) : ""].filter(Boolean).join(", ");
  return (
    <>
      {page.roughly ? <Notice icon="history">{t("roughly", { moment: formatMoment(new Date(page.roughly), { language }) })}</Notice> : null}
      {page.parts.length === 0 ? (
        <p>{t("no_words")}</p>
      ) : (
        <p>
          <strong>{t("sum", { counts: counts(page), parts: t("in_parts", { count: page.parts.length }) })}</strong> {documents("compare_how")} {t("how_by")}
        </p>
      )}
      {page.parts.map((part, index) => (
        <Part key={index} part={part} number={index + 1} title={titleOf(part, page.headings, t)} counts={`${part.isNew ? `${t("part_new")} ` : ""}${counts(part)}.`} href={href} />
      ))}
    </>
  );
}

const titleOf = ({ title, section }: PartView, headings: boolean, t: ReturnType<typeof sinceWords.use>): string => {
  if (section === 0) return t(headings ? "part_start" : "part_whole");
  return section === null ? t("part_gone", { title }) : title;
};

function Part({ part, number, title, counts, href }: { part: PartView; number: number; title: string; counts: string; href: string }) {
  const t = sinceWords.use();
  const documents = documentWords.use();
  const names = [...(part.mine ? [t("you")] : []), ...namesOf(part.by, (count) => t("somebody", { count }))];
  const place = part.section === null ? null : `${href}#${part.section === 0 ? "tekst" : sectionId(part.section)}`;
  return (
    <Section id={`wijziging-${number}`} title={title}>
      <Stack>
        <p className="soft">
          {counts} {names.length > 0 ? t("by", { names: names.join(", ") }) : null}
        </p>
        {/* Of a new part there may be no more than its heading. */}
        {part.blocks.length > 0 ? (
          <div className="card">
            <Stack>
              {foldSame(part.blocks).map(({ folded, blocks }, index) => {
                const view: ReactNode = (
                  <Prose key={index} lang="nl">
                    <ComparedView blocks={blocks} />
                  </Prose>
                );
                return folded ? (
                  <Disclosure key={index} summary={documents("compare_folded", { count: blocks.length })}>
                    {view}
                  </Disclosure>
                ) : (
                  view
                );
              })}
            </Stack>
          </div>
        ) : null}
        {place ? (
          <p>
            <a href={place}>
              {t("to_part")}
              <span className="visually-hidden">: {title}</span>
            </a>
          </p>
        ) : null}
      </Stack>
    </Section>
  );
}

/** Names that this reader may see, each once, and how many there are besides. */
function namesOf(authors: readonly Author[], somebody: (count: number) => string): string[] {
  const named = authors.filter(({ id }) => id !== null).map(({ name, staff }) => (staff ? `${name} (${staff})` : name));
  const others = authors.length - named.length;
  return others > 0 ? [...named, somebody(others)] : named;
}
