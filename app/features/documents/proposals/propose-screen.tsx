import { ReadersLine } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { shorten } from "~/platform/shorten";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, ConfirmAction, Disclosure, EmptyState, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Section, Stack, TextArea } from "~/ui";
import { documentHref, proposeHref } from "../views";
import { documentWords } from "../words";
import type { TextPiece } from "./edit-fork";
import { PartsView } from "./parts-view";
import type { ProposePage } from "./read-proposals.server";
import { proposalWords } from "./words";

/** Writing a proposal piece by piece, without JavaScript: each change is kept on the server, in a fork of the text. */
export function ProposeScreen({ page, refusal }: { page: ProposePage; refusal?: FormRefusal }) {
  const t = proposalWords.use();
  const texts = documentWords.use();
  const { summary } = useRefusal(refusal);
  const { document, place, pieces, chosen, may } = page;
  return (
    <div className={accentClass(place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("propose")} lead={t("propose_lead")} above={document.title} back={<BackLink href={documentHref(document.id)}>{texts("read_page")}</BackLink>} />
          {summary}
          {may.propose === true ? (
            <>
              <ReadersLine readers={page.readers} />
              <Draft page={page} refusal={refusal} />
              <Section id="tekst" title={t("step_change")}>
                <Stack>
                  <p>{t("step_change_text")}</p>
                  <p>
                    <LinkButton href={`${documentHref(document.id)}/schrijven?voorstel`} kind="secondary" icon="pencil">
                      {t("editor")}
                    </LinkButton>
                  </p>
                  {pieces.length === 0 ? <EmptyState icon="file-text" title={texts("text_empty")} /> : null}
                  <ol role="list" className="stack">
                    {withWordsBefore(pieces).map(({ piece, before }) => (
                      <li key={piece.key}>{piece.key === chosen ? <Change page={page} piece={piece} refusal={refusal} /> : <Piece at={document.id} piece={piece} before={before} />}</li>
                    ))}
                  </ol>
                </Stack>
              </Section>
            </>
          ) : (
            <Notice kind="warning" title={t("propose_not")} />
          )}
        </Stack>
      </PageBody>
    </div>
  );
}

/** What was changed so far, and sending it. */
function Draft({ page, refusal }: { page: ProposePage; refusal?: FormRefusal }) {
  const t = proposalWords.use();
  const ui = uiWords.use();
  const { errorFor } = useRefusal(refusal);
  if (!page.hasDraft) return null;
  const action = proposeHref(page.document.id);
  return (
    <Section id="voorstel" title={t("draft")}>
      <Stack space="loose">
        {page.parts.length === 0 ? <p>{t("draft_empty")}</p> : <PartsView parts={page.parts} />}
        {page.parts.length > 0 ? (
          <Form action={action} busyWord={ui("busy")} hidden={{ intent: "send-proposal", id: page.id }}>
            <TextArea name="note" label={t("note")} hint={t("note_hint")} rows={3} maxLength={limits.shortTextCharacters} defaultValue={refusal?.values.note} error={errorFor("note")} />
            <FormActions>
              <Button icon="send">{t("send")}</Button>
            </FormActions>
          </Form>
        ) : null}
        <ConfirmAction word={t("throw")} question={t("throw_question")} confirmWord={t("throw")} cancelWord={ui("cancel")} action={action} hidden={{ intent: "withdraw-proposal", id: page.id }}>
          {t("throw_text")}
        </ConfirmAction>
      </Stack>
    </Section>
  );
}

const hasWords = ({ text }: TextPiece) => text.trim() !== "";

/** Each piece with the last words before it. */
function withWordsBefore(pieces: readonly TextPiece[]): { piece: TextPiece; before: string | undefined }[] {
  let before: string | undefined;
  return pieces.map((piece) => {
    const one = { piece, before };
    if (hasWords(piece)) before = piece.text;
    return one;
  });
}

/** A piece with the way to change it; an empty one is named after the words before it. */
function Piece({ at, piece, before }: { at: string; piece: TextPiece; before: string | undefined }) {
  const t = proposalWords.use();
  const { key, level, text } = piece;
  const empty = before === undefined ? t("piece_empty") : t("piece_empty_after", { text: shorten(before, 60) });
  const shown = hasWords(piece) ? text : <span className="soft">{empty}</span>;
  return (
    <div className="proposal__piece">
      <p className="proposal__words">{level > 0 ? <strong>{shown}</strong> : shown}</p>
      <LinkButton href={`${proposeHref(at)}?stuk=${encodeURIComponent(key)}#stuk`} kind="quiet" small icon="pencil">
        {t("piece_change")}
        <span className="visually-hidden">: {hasWords(piece) ? shorten(text, 60) : empty}</span>
      </LinkButton>
    </div>
  );
}

function Change({ page, piece: { key, text, fixed }, refusal }: { page: ProposePage; piece: TextPiece; refusal?: FormRefusal }) {
  const t = proposalWords.use();
  const ui = uiWords.use();
  const { errorFor } = useRefusal(refusal);
  const at = proposeHref(page.document.id);
  const hidden = { intent: "change-proposal", id: page.id, edit: page.newEdit, key };
  const isAfter = refusal?.values.how === "after";
  return (
    <div className="card" id="stuk">
      <Stack>
        {fixed ? (
          <Form action={at} busyWord={ui("busy")} hidden={{ ...hidden, how: "replace", text: "" }}>
            <p className="proposal__words">{text}</p>
            <p className="soft">{t("piece_fixed")}</p>
            <FormActions>
              <Button kind="secondary">{t("piece_away")}</Button>
            </FormActions>
          </Form>
        ) : (
          <Form action={at} busyWord={ui("busy")} hidden={{ ...hidden, how: "replace" }}>
            <TextArea name="text" label={t("piece_text")} hint={t("piece_text_hint")} rows={5} maxLength={limits.longTextCharacters} defaultValue={refusal && !isAfter ? refusal.values.text : text} error={isAfter ? undefined : errorFor("text")} />
            <FormActions>
              <Button icon="check">{t("piece_keep")}</Button>
              <LinkButton href={at} kind="quiet">
                {t("piece_cancel")}
              </LinkButton>
            </FormActions>
          </Form>
        )}
        <Disclosure summary={t("piece_after")} bare open={isAfter}>
          <Form action={at} busyWord={ui("busy")} hidden={{ ...hidden, how: "after" }}>
            <TextArea name="text" id="erachter" label={t("piece_after_text")} rows={4} maxLength={limits.longTextCharacters} defaultValue={isAfter ? refusal.values.text : undefined} error={isAfter ? errorFor("text") : undefined} />
            <FormActions>
              <Button kind="secondary" icon="check">
                {t("piece_keep")}
              </Button>
            </FormActions>
          </Form>
        </Disclosure>
      </Stack>
    </div>
  );
}
