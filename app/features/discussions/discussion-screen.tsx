import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from "react";
import { useRefusal } from "~/platform/explain-refusal";
import { errorWords } from "~/platform/error-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Columns, EmptyState, Form, LinkButton, NewsBar, PageBody, PageHead, Pagination, Stack } from "~/ui";
import { AboutDiscussion } from "./about-discussion";
import { AnnounceNew } from "./live/announce-new";
import { AskForNews, useCalm, useStillNumbers } from "./live/calm";
import { ConnectionLine } from "./live/connection-line";
import { DiscussionBadges } from "./discussion-badges";
import { MessageLog } from "./message-log";
import { PresenceLine } from "./presence/presence-line";
import { QuestionPanel } from "./questions/question-panel";
import type { Previewed } from "./writing/message-preview";
import type { DiscussionPage } from "./read-discussion.server";
import { useReactions } from "./reactions/use-reactions";
import { TalkComposer } from "./writing/talk-composer";
import { UnsentMessages } from "./live/unsent-messages";
import type { Unsent } from "./live/outbox";
import { useLiveDiscussion } from "./live/use-live-discussion";
import { useNearEnds } from "./live/use-near-ends";
import { AllRead, MarkPageRead, NewLine } from "./reading/reading-lines";
import { countMissing, type Ranges } from "./reading/ranges";
import { useReading } from "./reading/use-reading";
import { Pinned, Summary } from "./top-of-discussion";
import { discussionHref, quoteOf, windowSize, type Quote, type ReadingDevice } from "./views";
import { WaitingBar } from "./live/waiting-bar";
import { WhyNotWrite } from "./writing/why-not-write";
import { discussionWords } from "./words";

const nothing: Ranges = [];

/** A conversation or learning question: everything works as plain pages and forms; with an account it is live. */
export function DiscussionScreen({ page, device, refusal, previewed, notices }: { page: DiscussionPage; device: ReadingDevice; refusal?: FormRefusal; previewed?: Previewed; notices?: ReactNode }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const log = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const calm = useCalm(device.calm);
  const live = useLiveDiscussion(page, device, log, () => !calm && nobodyReadsAbove(end.current));
  useNearEnds(log, live.load);
  const { discussion } = live;
  const { place, me } = page;
  const ofMessage = refusal?.values.intent === "post";
  const elsewhere = useRefusal(ofMessage ? undefined : refusal);
  const reactions = useReactions(page, live.line);
  const [messages, showNumbers] = useStillNumbers(calm, live.messages, reactions.to);
  const [replyTo, setReplyTo] = useState<Quote | null>(page.replyTo);
  const [putBack, setPutBack] = useState<{ text: string } | null>(null);
  useEffect(() => setReplyTo(page.replyTo), [page.replyTo]);
  const reading = useReading({ line: live.line, discussionId: discussion.id, start: me?.seen ?? nothing, log, messages });
  // What not everyone may read does not stay on the screen of somebody who was signed out.
  const denied = live.denied ?? (live.state === "ended" && page.readers.who !== "everyone" ? "session_ended" : null);
  if (denied || discussion.gone) return <Cleared page={page} code={denied} gone={discussion.gone ?? null} unsent={device.own ? [] : live.unsent} />;

  const href = discussionHref(discussion.id);
  const { from, to } = live;
  const newest = calm ? page.window.total : live.newest;
  // While they read on, the number of what is left stays as well.
  const seen = calm && me && countMissing(reading.seen, page.window.total) > 0 ? me.seen : reading.seen;
  const last = to ?? messages.at(-1)?.number ?? 0;
  const older = from > 1 ? { href: `${href}?vanaf=${Math.max(1, from - windowSize)}`, word: ui("page_older") } : undefined;
  const newer = to === null ? undefined : { href: `${href}?vanaf=${to + 1}`, word: ui("page_newer") };
  const range = older || newer ? t("page_range", { from, to: last, total: Math.max(newest, last) }) : undefined;
  // What stands above and under comes in place, where there is a connection; otherwise the link loads its page.
  const fetchPart = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a[rel]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (live.load(link.getAttribute("rel") === "prev" ? "above" : "under")) event.preventDefault();
  };
  // An answer is begun on this page, where there is a connection; otherwise the link loads the page with the answer begun.
  const startReply = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href*='antwoord=']");
    const number = link && Number(new URL(link.href).searchParams.get("antwoord"));
    const message = messages.find((one) => one.number === number);
    if (!message || !live.line || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setReplyTo(quoteOf(message));
  };
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <PageHead
          title={discussion.title || t("no_title")}
          back={<BackLink href={`/gesprekken?groep=${place.group.id}`}>{t("back_to_group", { name: place.group.name })}</BackLink>}
          above={<DiscussionBadges discussion={discussion} readers={page.readers} />}
        />
        {elsewhere.summary}
        <Columns asideLabel={t("about")} aside={<AboutDiscussion page={page} discussion={discussion} notices={notices} />}>
          <Stack space="loose">
            {page.discussion.state === "closed" ? <Summary discussion={discussion} /> : null}
            <Pinned discussion={discussion} pinned={live.pinned} />
            {discussion.type === "question" ? <QuestionPanel page={page} discussion={discussion} /> : null}
            <NewLine page={page} seen={seen} tell={live.canPost ? reading.tell : null} />
            <div onClick={fetchPart}>
              <Pagination label={ui("page_label")} previous={older} text={older ? range : undefined} />
            </div>
            {messages.length === 0 ? <p className="soft">{t(page.may.post === true ? "no_messages_yet" : "no_messages_read")}</p> : null}
            <div ref={log} className={messages.length > windowSize ? "message-log--whole" : undefined} onClick={startReply} onSubmit={reactions.onSubmit}>
              {me ? (
                <WaitingBar
                  waiting={live.waiting}
                  calm={calm}
                  onShow={() => {
                    showNumbers();
                    live.showWaiting();
                  }}
                />
              ) : (
                <NewsBar stream={page.streams.group.id} head={page.streams.group.n} about={discussion.id} text={ui("new_messages")} showWord={ui("show_them")} href={href} />
              )}
              <MessageLog page={page} messages={messages} pins={discussion.pins} reactedTo={reactions.to} />
              <p className="visually-hidden" role="status">
                {reactions.said}
              </p>
              <div ref={end} />
              {me && to === null && messages.length > 0 ? <AllRead seen={reading.seen} newest={live.newest} /> : null}
            </div>
            {to !== null && newest > page.window.total ? <p className="soft">{t("newer_elsewhere")}</p> : null}
            <div onClick={fetchPart}>
              <Pagination label={ui("page_label")} next={newer} text={newer ? range : undefined} />
            </div>
            <UnsentMessages
              items={live.unsent}
              onTakeBack={(item) => {
                live.dropUnsent(item.id);
                setPutBack({ text: item.text });
              }}
            />
            {page.may.post === true && discussion.state === "open" ? (
              <TalkComposer
                page={page}
                refusal={ofMessage ? refusal : undefined}
                previewed={previewed}
                replyTo={replyTo}
                onDropReply={() => setReplyTo(null)}
                line={live.line}
                putBack={putBack}
                unsent={live.unsent.length}
                send={
                  live.canPost
                    ? (text) => {
                        live.post(text, replyTo?.id ?? null);
                        setReplyTo(null);
                      }
                    : null
                }
              />
            ) : (
              <>
                {page.discussion.state === "closed" ? null : <Summary discussion={discussion} />}
                <WhyNotWrite page={page} discussion={discussion} />
              </>
            )}
            {me ? (
              <Stack space="tight">
                <ConnectionLine state={live.state} discussionId={discussion.id} calm={calm} />
                {me.membership && live.line && !calm ? <PresenceLine line={live.line} discussionId={discussion.id} me={me.membership} /> : null}
              </Stack>
            ) : null}
            {me && calm ? <AskForNews waiting={live.waiting.length} /> : null}
            {me && !calm ? <AnnounceNew onNew={live.onNew} /> : null}
            <MarkPageRead page={page} last={last} />
          </Stack>
        </Columns>
      </PageBody>
    </div>
  );
}

/** New messages may be added at once when the end of the list is in sight and nobody is writing under it. */
function nobodyReadsAbove(end: HTMLElement | null): boolean {
  if (!end || document.visibilityState !== "visible") return false;
  const { top } = end.getBoundingClientRect();
  const writing = document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== "";
  return top >= 0 && top <= window.innerHeight && !writing;
}

/** `unsent`: what the device does not keep; its writer takes it along to the sign-in page, unseen. */
function Cleared({ page, code, gone, unsent }: { page: DiscussionPage; code: string | null; gone: string | null; unsent: readonly Unsent[] }) {
  const t = discussionWords.use();
  const say = errorWords.use();
  const why = gone ? t(gone === "hidden" ? "cleared_hidden" : gone === "moved" ? "cleared_moved" : "cleared_gone") : say((code ?? "not_found") as Parameters<typeof say>[0]);
  const next =
    code === "session_ended" && unsent[0] ? (
      <Form action={discussionHref(page.discussion.id)} hidden={{ intent: "post", id: unsent[0].id, text: unsent.map((item) => item.text).join("\n\n") }}>
        <Button icon="log-in">{t("sign_in_again")}</Button>
      </Form>
    ) : code === "session_ended" ? (
      <LinkButton icon="log-in" href={`/aanmelden?next=${encodeURIComponent(discussionHref(page.discussion.id))}`}>
        {t("sign_in_again")}
      </LinkButton>
    ) : gone === "moved" ? (
      <LinkButton href={discussionHref(page.discussion.id)}>{t("cleared_moved_go")}</LinkButton>
    ) : (
      <LinkButton href={`/leerplekken/${page.place.space.slug}`}>{page.place.space.name}</LinkButton>
    );
  return (
    <PageBody width="text">
      <EmptyState icon="info" heading="h1" title={t("cleared_title")} action={next}>
        <p role="alert">{why}</p>
      </EmptyState>
    </PageBody>
  );
}
