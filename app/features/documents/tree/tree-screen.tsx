import { useLanguage } from "~/platform/define-words";
import { limits } from "~/platform/limits";
import { BackLink, DateText, EmptyState, LinkButton, Notice, PageHead, Stack } from "~/ui";
import { trashWords } from "../trash/words";
import { documentHref } from "../views";
import type { TreePage, TreeText } from "./read-tree.server";
import { treeWords } from "./words";

/** All texts of a group as a nested list; each leads to the page where who may gives it another place. */
export function TreeScreen({ page }: { page: TreePage }) {
  const t = treeWords.use();
  const trash = trashWords.use();
  const { place, texts, may } = page;
  const href = `/groepen/${place.group.id}`;
  const start = may.create ? (
    <LinkButton href={`/teksten/nieuw?groep=${place.group.id}`} icon="plus">
      {t("start")}
    </LinkButton>
  ) : undefined;
  return (
    <Stack space="loose">
      <PageHead title={t("title")} lead={t("lead")} above={place.group.name} back={<BackLink href={href}>{t("to_group")}</BackLink>} actions={texts.length > 0 ? start : undefined} />
      {page.tooMany ? (
        <Notice kind="warning" title={t("too_many", { count: limits.documentsInTree })}>
          {t("too_many_text")}
        </Notice>
      ) : null}
      {texts.length === 0 ? (
        <EmptyState icon="file-text" title={t("empty")} action={start}>
          {may.create ? t("empty_text") : undefined}
        </EmptyState>
      ) : (
        <nav aria-label={t("list")}>
          <TextTree texts={texts} arrange={may.arrange} />
        </nav>
      )}
      {may.trash ? (
        <p>
          <a href={`${href}/prullenbak`}>{trash("link")}</a>
        </p>
      ) : null}
    </Stack>
  );
}

/** Texts with those beneath them; `here` is the one that the page is about. */
export function TextTree({ texts, arrange = false, here }: { texts: TreeText[]; arrange?: boolean; here?: string }) {
  const t = treeWords.use();
  const language = useLanguage();
  return (
    <ul role="list" className="tree">
      {texts.map((text) => (
        <li key={text.id}>
          <div className={text.id === here ? "tree__row tree__row--here" : "tree__row"}>
            <span className="tree__title">
              <a href={text.href} aria-current={text.id === here ? "true" : undefined}>
                {text.title}
              </a>
              {text.id === here ? <strong> ({t("this")})</strong> : null}
              <span className="soft small tree__at">
                <DateText at={text.changedAt} language={language} weekday={false} dayOnly />
              </span>
            </span>
            {arrange ? (
              <a className="tree__move" href={`${documentHref(text.id)}/plaats`}>
                {t("move")}
                <span className="visually-hidden">: {text.title}</span>
              </a>
            ) : null}
          </div>
          {text.children.length > 0 ? <TextTree texts={text.children} arrange={arrange} here={here} /> : null}
        </li>
      ))}
    </ul>
  );
}
