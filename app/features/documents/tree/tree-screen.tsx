import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { BackLink, DateText, EmptyState, Icon, LinkButton, LinkList, Notice, PageHead, Stack } from "~/ui";
import { trashWords } from "../trash/words";
import { documentHref } from "../views";
import type { TreePage, TreeText } from "./read-tree.server";
import { treeWords } from "./words";

/** All texts of a group as a nested list; `script` lets who may drag them. Each place can be reached by links and forms too. */
export function TreeScreen({ page, script, refusal }: { page: TreePage; script: string; refusal?: FormRefusal }) {
  const t = treeWords.use();
  const trash = trashWords.use();
  const { summary } = useRefusal(refusal);
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
      {summary}
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
        <>
          {may.arrange ? (
            <form method="post" action={`${href}/teksten`} hidden data-arrange="" data-before={t("drop_before")} data-under={t("drop_under")} data-after={t("drop_after")}>
              <input type="hidden" name="document" />
              <input type="hidden" name="parent" />
              <input type="hidden" name="after" />
            </form>
          ) : null}
          {may.arrange ? (
            <p className="soft" data-arrange-hint="" hidden>
              {t("drag_hint")}
            </p>
          ) : null}
          <nav aria-label={t("list")}>
            <TextTree texts={texts} arrange={may.arrange} />
          </nav>
          {may.arrange ? <script defer src={script} /> : null}
        </>
      )}
      {may.trash ? (
        <LinkList items={[{ href: `${href}/prullenbak`, word: trash("link") }]} />
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
        <li key={text.id} id={`tekst-${text.id}`} data-text={arrange ? text.id : undefined}>
          <div className={text.id === here ? "tree__row tree__row--here" : "tree__row"}>
            {arrange ? (
              <span className="tree__grip" aria-hidden="true" data-grip="" hidden>
                <Icon name="grip-vertical" />
              </span>
            ) : null}
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
