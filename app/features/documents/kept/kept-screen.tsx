import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, DataTable, DateText, EmptyState, FormActions, Notice, PageBody, PageHead, Pagination, Section, Stack, TextField } from "~/ui";
import { documentHref } from "../views";
import type { KeptEdit, KeptPage } from "./read-kept.server";
import { keptWords } from "./words";

/** What the database has of a text, in plain words, with the numbers that the editor names. */
export function KeptScreen({ page }: { page: KeptPage }) {
  const t = keptWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { document, stored, edits } = page;
  const href = `${documentHref(document.id)}/bewaard`;
  return (
    <div className={accentClass(page.place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead title={t("title")} lead={t("lead")} above={document.title} back={<BackLink href={documentHref(document.id)}>{t("to_text")}</BackLink>} />
          {stored === 0 ? (
            <EmptyState icon="history" title={t("nothing")}>
              {t("nothing_text")}
            </EmptyState>
          ) : (
            <>
              <Notice wide icon="circle-check" title={t("stored", { number: stored })}>
                <p>
                  {t("stored_last")} <DateText at={page.storedAt} language={language} />. {t("stored_text")}
                </p>
              </Notice>
              <Section id="zoek" title={t("find")}>
                <form method="get" action={href} className="form">
                  <TextField name="nummer" label={t("find_number")} hint={t("find_hint")} defaultValue={page.asked ? String(page.asked.number) : undefined} inputMode="numeric" required />
                  <FormActions>
                    <Button kind="secondary" icon="search">
                      {t("find_do")}
                    </Button>
                  </FormActions>
                </form>
                {page.asked ? <Found page={page} asked={page.asked} /> : null}
              </Section>
              <Section id="rijen" title={t("rows")}>
                <Stack>
                  <p>{page.rows === 0 ? t("rows_none") : t("rows_text", { count: page.rows })}</p>
                  <Folded page={page} />
                </Stack>
                {edits.length > 0 ? <Rows edits={edits} /> : null}
                <Pagination
                  label={ui("page_label")}
                  previous={page.newer === null ? undefined : { href: `${href}?tot=${page.newer}#rijen`, word: t("newer") }}
                  next={page.older === null ? undefined : { href: `${href}?tot=${page.older}#rijen`, word: t("older") }}
                />
              </Section>
            </>
          )}
        </Stack>
      </PageBody>
    </div>
  );
}

/** The answer to one number. */
function Found({ page, asked }: { page: KeptPage; asked: NonNullable<KeptPage["asked"]> }) {
  const t = keptWords.use();
  const language = useLanguage();
  const { number, state } = asked;
  if (state === "not_yet") {
    return (
      <Notice kind="warning" title={t("found_not_yet", { number })}>
        {t("found_not_yet_text", { stored: page.stored })}
      </Notice>
    );
  }
  const edit = page.edits[0];
  return (
    <Notice icon="circle-check" title={t("found_yes", { number })}>
      {state === "apart" && edit ? (
        <p>
          <DateText at={edit.at} language={language} />, {nameOf(edit, t("you"))}
        </p>
      ) : (
        <p>{t("found_folded")}</p>
      )}
    </Notice>
  );
}

/** Which numbers have no row of their own any more, and why. */
function Folded({ page }: { page: KeptPage }) {
  const t = keptWords.use();
  const last = page.oldest === null ? page.stored : page.oldest - 1;
  if (last < 1) return page.folded > 0 ? <p className="soft">{t("folded_too", { to: page.folded })}</p> : null;
  return <p className="soft">{last === 1 ? t("folded_first") : t("folded", { to: last })}</p>;
}

function Rows({ edits }: { edits: KeptEdit[] }) {
  const t = keptWords.use();
  const language = useLanguage();
  return (
    <DataTable
      caption={t("caption", { from: edits[0]!.number, to: edits.at(-1)!.number })}
      columns={[
        { key: "number", word: t("number") },
        { key: "at", word: t("at") },
        { key: "by", word: t("by") },
        { key: "what", word: t("what") },
        { key: "bytes", word: t("bytes"), number: true },
      ]}
      rows={edits.map((edit) => ({
        key: String(edit.number),
        cells: {
          number: <span id={`nummer-${edit.number}`}>{edit.number}</span>,
          at: <Exactly at={edit.at} language={language} />,
          by: nameOf(edit, t("you")),
          what: <What edit={edit} />,
          bytes: edit.bytes,
        },
      }))}
    />
  );
}

/** A moment with its seconds: several numbers fall within one minute. */
function Exactly({ at, language }: { at: string; language: "nl" | "fr" | "en" }) {
  const seconds = at.slice(17, 19);
  const t = keptWords.use();
  return (
    <>
      <DateText at={at} language={language} weekday={false} /> <span className="soft">{t("seconds", { count: Number(seconds) })}</span>
    </>
  );
}

function What({ edit }: { edit: KeptEdit }) {
  const t = keptWords.use();
  if (!edit.characters) return <>{t("unmeasured")}</>;
  const { added, removed } = edit.characters;
  const parts = [added > 0 ? t("added", { count: added }) : "", removed > 0 ? t("removed", { count: removed }) : ""].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(", ") : t("structure")}</>;
}

const nameOf = ({ by, mine }: KeptEdit, you: string) => (mine ? `${by.name} (${you})` : by.name);
