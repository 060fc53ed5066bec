import { useReadersWords } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Composer, Disclosure, LinkButton, Section, Stack } from "~/ui";
import type { DocumentPage } from "../read-document.server";
import { documentHref, type CommentView } from "../views";
import { documentWords } from "../words";
import type { Passage } from "./passage-link";
import { ThreadItem } from "./thread-item";
import { threadsOf, type Thread } from "./threads";

/** What an editor on the same page adds. */
export interface Beside {
  /** Threads whose passage is no longer there. */
  gone: ReadonlySet<string>;
  /** Shows the passage of a thread in the editor. */
  show: (thread: string) => void;
  /** What the new remark is about; sent along by the form, over whichever way it goes. */
  about: (Passage & { drop: () => void }) | null;
  /** Remarks as the page came with them. */
  resolvedBefore: readonly CommentView[];
}

/** Remarks with a text in threads, with plain forms for all that can be done; works the same without JavaScript. */
export function CommentsSection({ page, refusal, beside }: { page: DocumentPage; refusal?: FormRefusal; beside?: Beside }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const readers = useReadersWords();
  const { errorFor } = useRefusal(refusal);
  const { document, comments, may } = page;
  const href = documentHref(document.id);
  const { open, resolved } = threadsOf(comments, beside?.resolvedBefore);
  const isGone = ({ id }: CommentView) => (beside ? beside.gone.has(id) : page.passagesGone.includes(id));
  const isNew = !refusal?.values.thread;
  return (
    <Section id="opmerkingen" title={t("comments")}>
      <Stack space="loose">
        {open.length === 0 ? <p className="soft">{t(resolved.length > 0 ? "thread_all_resolved" : "comments_empty")}</p> : null}
        <Threads threads={open} page={page} isGone={isGone} show={beside?.show} refusal={refusal} />
        {resolved.length > 0 ? (
          <Disclosure summary={t("thread_resolved_list", { count: resolved.length })} bare>
            <Threads threads={resolved} page={page} isGone={() => false} />
          </Disclosure>
        ) : null}
        {may.comment === true ? (
          <Composer
            action={`${href}#opmerkingen`}
            name="text"
            label={t("your_comment")}
            readers={`${ui("who_reads")} ${readers(page.readers)}`}
            sendWord={t("send_comment")}
            busyWord={ui("busy")}
            defaultValue={isNew ? refusal?.values.text : undefined}
            error={isNew ? errorFor("text") : undefined}
            maxLength={limits.shortTextCharacters}
            counterText={ui("characters_left", { count: 99 }).replace("99", "{{count}}")}
            above={beside?.about ? <About {...beside.about} /> : undefined}
            hidden={{ intent: "comment", id: (isNew ? refusal?.values.id : undefined) ?? page.newCommentId, ...(beside?.about && { start: beside.about.start, end: beside.about.end }) }}
          />
        ) : (
          <HowToTakePart page={page} />
        )}
      </Stack>
    </Section>
  );
}

/** The passage that is being written about. */
function About({ quote, drop }: NonNullable<Beside["about"]>) {
  const t = documentWords.use();
  return (
    <div className="thread__passage">
      <p className="small">
        <strong>{t("passage_comment")}</strong>
      </p>
      <blockquote>{quote.length > 300 ? `${quote.slice(0, 300)}…` : quote}</blockquote>
      <Button type="button" kind="quiet" small icon="x" onClick={drop}>
        {t("passage_drop")}
      </Button>
    </div>
  );
}

function Threads({ threads, page, isGone, show, refusal }: { threads: Thread[]; page: DocumentPage; isGone: (root: CommentView) => boolean; show?: (thread: string) => void; refusal?: FormRefusal }) {
  if (threads.length === 0) return null;
  return (
    <ol role="list" className="threads">
      {threads.map((thread) => (
        <li key={thread.root.id}>
          <ThreadItem thread={thread} page={page} gone={isGone(thread.root)} show={show} refusal={refusal?.values.thread === thread.root.id ? refusal : undefined} />
        </li>
      ))}
    </ol>
  );
}

/** What to do first, for who may only read. */
function HowToTakePart({ page: { document, may, place } }: { page: DocumentPage }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  if (may.comment === "sign_in") {
    return (
      <p>
        {t("comment_needs_sign_in")} <a href={`/aanmelden?next=${encodeURIComponent(documentHref(document.id))}`}>{ui("nav_sign_in")}</a>
      </p>
    );
  }
  if (may.comment !== "join_group" && may.comment !== "join_space") return null;
  return (
    <Stack space="tight">
      <p>{t("comment_needs_group")}</p>
      <LinkButton href={`/groepen/${place.group.id}`} kind="secondary" icon="users-round">
        {t("to_group")}
      </LinkButton>
    </Stack>
  );
}
