import { useEffect, useRef, useState, type FormEvent } from "react";
import { NameList } from "~/features/groups/mentions/name-list";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { errorWords } from "~/platform/error-words";
import { mayPass, patience, type Line } from "~/platform/live-client/line";
import { streamId } from "~/platform/streams";
import { newPush } from "../editor/outbox";
import type { DocumentSuggest, SuggestedPerson } from "../live";
import type { DocumentPage } from "../read-document.server";
import type { CommentView } from "../views";
import { documentWords } from "../words";
import { CommentsSection } from "./comments-section";
import type { Passage, PassageLink } from "./passage-link";
import { takeComment } from "./threads";

type LiveForm = "document:comment" | "document:resolve-comment" | "document:remove-comment";
/** How often the same is sent again by itself. */
const againAtMost = 3;

/** Forms of the section, by what they mean: sent over the live connection, so that the page with the editor stays. */
const events: Record<string, LiveForm> = { comment: "document:comment", "resolve-comment": "document:resolve-comment", "remove-comment": "document:remove-comment" };

/** The threads beside an editor: what others do shows at once, nothing moves, passages lead to their thread and back. */
export function LiveThreads({ page, link, refusal }: { page: DocumentPage; link: PassageLink; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const errors = errorWords.use();
  const [comments, setComments] = useState<readonly CommentView[]>(page.comments);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [about, setAbout] = useState<Passage | null>(null);
  const [said, setSaid] = useState("");
  const [newCommentId, renew] = useState(page.newCommentId);
  const line = useRef<Line | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const again = useRef<ReturnType<typeof setTimeout>>();
  const words = useRef(t);
  words.current = t;
  const { document } = page;
  const [follows, setFollows] = useState(page.follows);

  useEffect(() => {
    if (!follows) return;
    let stop: (() => void) | null = null;
    let ended = false;
    void Promise.all([import("~/platform/live-client/open-line"), import("~/platform/live-client/follow-stream")]).then(([{ openLine }, { followStream }]) => {
      if (ended) return;
      line.current = openLine();
      stop = followStream(line.current, {
        stream: follows.stream,
        since: follows.since,
        onFacts: (facts) => {
          const entities = facts.flatMap((one) => one.entities);
          const came = entities.filter(({ kind }) => kind === "document-comment") as unknown as CommentView[];
          const away = entities.find(({ kind, id }) => kind === "document" && id === document.id)?.gone;
          if (away === "moved") setSaid(words.current("moved_elsewhere"));
          // Fewer read it now, and what happens with it is told to them alone.
          if (away === "narrowed") setFollows({ stream: streamId("document", document.id), since: 0 });
          if (came.length > 0) setComments((now) => came.reduce((all, one) => takeComment(all, document.id, one), now));
        },
        onReload: () => setSaid(words.current("comments_reload")),
        onDenied: () => undefined,
      }).stop;
    });
    return () => {
      ended = true;
      stop?.();
    };
  }, [document.id, follows]);

  useEffect(() => {
    link.mark(comments.flatMap(({ id, thread, passage, resolved, gone: away }) => (thread === null && passage && !resolved && !away ? [{ id, start: passage.start, end: passage.end }] : [])));
  }, [comments, link]);

  useEffect(() => {
    link.withThreads({
      writeAbout: (passage) => {
        setAbout(passage);
        box.current?.querySelector<HTMLElement>("form.composer textarea")?.focus();
      },
      showThread: (id) => box.current?.querySelector<HTMLElement>(`#draad-${id}`)?.focus(),
    });
    return link.on(() => setGone(link.gone ?? new Set()));
  }, [link]);

  useEffect(() => () => clearTimeout(again.current), []);

  const onSubmit = (event: FormEvent) => {
    const form = event.target as HTMLFormElement;
    const { intent, ...fields } = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const name = events[intent ?? ""];
    // Without a connection the plain form does it.
    if (!name || line.current?.state() !== "live") return;
    event.preventDefault();
    send(form, name, name === "document:comment" ? { ...fields, document: document.id } : fields);
  };

  const send = (form: HTMLFormElement, name: LiveForm, fields: Record<string, string>, tries = 0) => {
    clearTimeout(again.current);
    void line.current!.ask(name, fields).then((answer) => {
      if (!answer.ok) {
        setSaid(answer.code === "stale" ? t("passage_not_saved") : errors(answer.code === "unreachable" ? "unavailable" : answer.code));
        // Under one id it happens once. Who changed it in the meantime sends it when they want to.
        const goesAgain = () => void (saysStill(form, fields) && send(form, name, fields, tries + 1));
        if (mayPass(answer.code) && tries < againAtMost) again.current = setTimeout(goesAgain, answer.retryAfterSeconds ? answer.retryAfterSeconds * 1_000 : patience(tries));
        return;
      }
      setSaid("");
      if (name !== "document:comment") return;
      form.reset();
      const answerBox = form.closest("details");
      if (answerBox) answerBox.open = false;
      if (!fields["thread"]) setAbout(null);
      renew(newPush());
    });
  };

  const namesFor = async (typed: string) => {
    const answer = await line.current?.ask<{ people: SuggestedPerson[] }>("document:suggest", { document: document.id, typed } satisfies DocumentSuggest);
    return answer?.ok ? answer.people.flatMap(({ say, ...one }) => (say === null ? [] : [{ ...one, say }])) : [];
  };

  return (
    <div ref={box} className="names-box" onSubmit={onSubmit}>
      {said ? (
        <p className="field__error" role="alert">
          {said}
        </p>
      ) : null}
      <CommentsSection
        page={{ ...page, comments: [...comments], newCommentId }}
        refusal={refusal}
        beside={{ gone, show: (id) => link.showPassage(id), about: about && { ...about, drop: () => setAbout(null) }, resolvedBefore: page.comments }}
      />
      {page.may.comment === true ? <NameList box={box} namesFor={namesFor} /> : null}
    </div>
  );
}

/** Whether a form still says what was sent of it, and about the same passage. */
function saysStill(form: HTMLFormElement, sent: Record<string, string>): boolean {
  const now = new FormData(form);
  return ["text", "start"].every((name) => (now.get(name) ?? undefined) === sent[name]);
}
