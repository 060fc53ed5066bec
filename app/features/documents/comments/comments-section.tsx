import { useReadersWords } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Composer, Disclosure, LinkButton, Section, Stack } from "~/ui";
import { plainTextOf } from "../content";
import type { DocumentPage } from "../read-document.server";
import { documentHref } from "../views";
import { documentWords } from "../words";
import { ThreadItem } from "./thread-item";
import { stillStands, threadsOf, type Thread } from "./threads";

/** Remarks with a text in threads, with plain forms for all that can be done; works the same without JavaScript. */
export function CommentsSection({ page, refusal }: { page: DocumentPage; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const readers = useReadersWords();
  const { errorFor } = useRefusal(refusal);
  const { document, comments, may } = page;
  const href = documentHref(document.id);
  const { open, resolved } = threadsOf(comments);
  const text = open.some(({ root }) => root.passage) ? plainTextOf(page.content) : "";
  const isNew = !refusal?.values.thread;
  return (
    <Section id="opmerkingen" title={t("comments")}>
      <Stack space="loose">
        {open.length === 0 ? <p className="soft">{t(resolved.length > 0 ? "thread_all_resolved" : "comments_empty")}</p> : null}
        <Threads threads={open} page={page} text={text} refusal={refusal} />
        {resolved.length > 0 ? (
          <Disclosure summary={t("thread_resolved_list", { count: resolved.length })} bare>
            <Threads threads={resolved} page={page} text={null} />
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
            hidden={{ intent: "comment", id: (isNew ? refusal?.values.id : undefined) ?? page.newCommentId }}
          />
        ) : (
          <HowToTakePart page={page} />
        )}
      </Stack>
    </Section>
  );
}

function Threads({ threads, page, text, refusal }: { threads: Thread[]; page: DocumentPage; text: string | null; refusal?: FormRefusal }) {
  if (threads.length === 0) return null;
  return (
    <ol role="list" className="threads">
      {threads.map((thread) => (
        <li key={thread.root.id}>
          <ThreadItem thread={thread} page={page} gone={text !== null && thread.root.passage !== null && !stillStands(thread.root.passage.quote, text)} refusal={refusal?.values.thread === thread.root.id ? refusal : undefined} />
        </li>
      ))}
    </ol>
  );
}

/** What to do first, for who may only read. */
function HowToTakePart({ page: { may, place } }: { page: DocumentPage }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  if (may.comment === "sign_in") {
    return (
      <p>
        {t("comment_needs_sign_in")} <a href="/aanmelden">{ui("nav_sign_in")}</a>
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
