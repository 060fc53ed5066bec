import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { Pages } from "~/platform/pages";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, CardList, ConfirmAction, DateText, EmptyState, LinkList, PageHead, Stack } from "~/ui";
import { documentHref } from "../views";
import type { TrashedText, TrashPage } from "./read-trash.server";
import { trashWords } from "./words";

/** What lies in the trash of a group, and taking it out again. */
export function TrashScreen({ page, refusal }: { page: TrashPage; refusal?: FormRefusal }) {
  const t = trashWords.use();
  const { summary } = useRefusal(refusal);
  const { place, texts, days } = page;
  const href = `/groepen/${place.group.id}/prullenbak`;
  return (
    <Stack space="loose">
      <PageHead title={t("title")} lead={t("lead", { days })} above={place.group.name} back={<BackLink href={`/groepen/${place.group.id}`}>{t("to_group")}</BackLink>} />
      {summary}
      {texts.length === 0 ? (
        <EmptyState icon="trash-2" title={t("empty")}>
          {t("empty_text", { days })}
        </EmptyState>
      ) : (
        <CardList>
          {texts.map((one) => (
            <Trashed key={one.id} text={one} href={href} />
          ))}
        </CardList>
      )}
      <Pages page={page.page} more={page.more} address={(to) => `${href}?pagina=${to}`} />
    </Stack>
  );
}

function Trashed({ text, href }: { text: TrashedText; href: string }) {
  const t = trashWords.use();
  const language = useLanguage();
  return (
    <article className="card">
      <Stack space="tight">
        <h2 className="card__title">{text.title}</h2>
        <p className="soft">
          {text.by ? t("put_by", { name: text.by.name }) : null} <DateText at={text.at} language={language} />
        </p>
        {text.emptied ? (
          <p>{t("emptied")}</p>
        ) : (
          <p>
            {t("until")}{" "}
            <strong>
              <DateText at={text.until} language={language} dayOnly />
            </strong>
          </p>
        )}
        {text.editions ? (
          <LinkList items={[{ href: text.editions, word: t("editions") }]} />
        ) : null}
        {text.emptied ? null : text.may.putBack === true ? (
          <form method="post" action={href}>
            <input type="hidden" name="document" value={text.id} />
            <Button kind="secondary" icon="refresh-cw">
              {t("put_back")}
              <span className="visually-hidden">: {text.title}</span>
            </Button>
          </form>
        ) : (
          <p className="soft">{t(text.may.putBack === "forbidden" ? "staff_only" : "not_now")}</p>
        )}
      </Stack>
    </article>
  );
}

/** Putting a text in the trash, on the page of its settings; asked once more. */
export function TrashAction({ id, published }: { id: string; published: boolean }) {
  const t = trashWords.use();
  const ui = uiWords.use();
  const days = limits.documentTrash / 86_400;
  return (
    <ConfirmAction danger word={t("trash")} question={t("trash_question")} confirmWord={t("trash")} cancelWord={ui("cancel")} action={documentHref(id)} hidden={{ intent: "trash" }}>
      <p>{t("trash_text", { days })}</p>
      {published ? <p>{t("trash_published")}</p> : null}
    </ConfirmAction>
  );
}
