import Collaboration from "@tiptap/extension-collaboration";
import { useEditor } from "@tiptap/react";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { patience, type Line } from "~/platform/live-client/line";
import { uiWords } from "~/platform/ui-words";
import { MarkPassages } from "../comments/mark-passages";
import { PassageBar } from "../comments/passage-bar";
import type { PassageLink } from "../comments/passage-link";
import { longFrom } from "../content";
import { bodyField } from "../content-rules";
import type { DocumentPeople, DocumentSuggest, SuggestedPerson } from "../live";
import type { BesideLink } from "../easy/beside-link";
import { ShowSources } from "../easy/show-sources";
import { easyWords } from "../easy/words";
import { openDoc } from "../open-doc";
import { blockWords } from "../blocks/words";
import { usePeopleNames, type PeopleNames } from "../blocks/people-names";
import { pictureHref } from "../pictures/shown-pictures";
import type { PersonToAsk } from "../tasks/people-to-ask.server";
import { documentHref } from "../views";
import { documentWords } from "../words";
import { editingExtensions } from "./blocks/editing-blocks";
import { Carets } from "./carets";
import { DrawAnyway } from "./draw-anyway";
import { EditorPlace } from "./editor-place";
import { hearCaret, HearCaret } from "./hear-caret";
import { KeepNodes } from "./keep-nodes";
import { keepOutbox } from "./keep-outbox";
import { LockNotice, Unsaved } from "./lock-notice";
import { NameBook } from "./mentions/name-book";
import { NearCaret } from "./near-caret";
import { usePaste } from "./paste/use-paste";
import { SaveLine } from "./save-line";
import { shareCarets, type Other, type SharedCarets } from "./share-carets";
import { DocumentSync, type SyncState } from "./sync-document";
import { Toolbar, type Panel } from "./toolbar";
import { TypedList } from "./typed/typed-list";
import { ListKeys, TypedSigns } from "./typed/typed-signs";
import { unsavedText } from "./unsaved-text";
import { useWarnBeforeLeaving } from "./use-warn-before-leaving";
import { WhoIsHere } from "./who-is-here";

export interface EditorPaneProps {
  id: string;
  title: string;
  /** Over which the text is joined. */
  line: Line;
  /** The membership of who writes; null on a shared computer, where nothing is kept on the device. */
  keepFor: string | null;
  /** Those to whom a task can be given. */
  people: readonly PersonToAsk[];
  /** To the threads beside the text. */
  link: PassageLink;
  /** What stands beside each part, of an easy version. */
  beside: BesideLink | null;
  /** Called once there is something to show in place of the text as the page came with it. */
  onShown: () => void;
}

interface Session {
  doc: ReturnType<typeof openDoc>;
  sync: DocumentSync;
  carets: SharedCarets;
  names: NameBook;
  suggest: (typed: string) => Promise<SuggestedPerson[] | null>;
}

/** Longer without a connection than this and writing stops until it is back, in milliseconds; a short break nobody notices. */
const offlineLockMs = 8_000;

/** The place where several people write in one text at the same time. In a browser only. */
export default function EditorPane({ id, title, line, keepFor, people, link, beside, onShown }: EditorPaneProps) {
  const [session, setSession] = useState<Session | null>(null);
  const [state, setState] = useState<SyncState | null>(null);
  const [others, setOthers] = useState<Other[]>([]);
  const known = useRef(usePeopleNames());

  useEffect(() => {
    let ended = false;
    let made: Session | null = null;
    void (async () => {
      const keeper = keepFor ? await keepOutbox(`${keepFor} ${id}`) : null;
      if (ended) return;
      const doc = openDoc();
      doc.getXmlFragment(bodyField);
      const carets = shareCarets(doc, line, id, () => setOthers(carets.others()));
      const onState = (next: SyncState) => {
        carets.setLive(next.phase === "live");
        setState(next);
      };
      const sync = new DocumentSync({ id, doc, line, keeper, onState, wait: (attempt) => new Promise((resolve) => setTimeout(resolve, patience(attempt - 1))) });
      made = { doc, sync, carets, ...askingFor(line, id, known.current) };
      setSession(made);
      await sync.start();
    })();
    return () => {
      ended = true;
      made?.sync.stop();
      made?.carets.stop();
      made?.doc.destroy();
    };
  }, [id, line, keepFor]);

  const seen = useSeen(state);
  const shows = session !== null && state !== null && (seen || state.lock !== null);
  useLayoutEffect(() => {
    if (shows) onShown();
  }, [shows, onShown]);
  if (!shows) return null;
  // Bound only once the text is there: an editor over an empty one would begin to write in it by itself.
  if (!seen) return <LockNotice code={state.lock!.code} unsaved={unsavedText(session.doc, session.sync.outbox.updates)} />;
  return <Writing at={documentHref(id)} session={session} state={state} title={title} others={others} kept={keepFor !== null} people={people} link={link} beside={beside} />;
}

/** What the editor asks about people: what they are called, and who may be meant. */
function askingFor(line: Line, document: string, known: PeopleNames): Pick<Session, "names" | "suggest"> {
  return {
    names: new NameBook(known, async (people) => {
      const answer = await line.ask<{ names: PeopleNames }>("document:people", { document, people } satisfies DocumentPeople);
      return answer.ok ? answer.names : null;
    }),
    suggest: async (typed) => {
      const answer = await line.ask<{ people: SuggestedPerson[] }>("document:suggest", { document, typed } satisfies DocumentSuggest);
      return answer.ok ? answer.people : null;
    },
  };
}

/** Whether the text was ever there. */
function useSeen(state: SyncState | null): boolean {
  const [seen, setSeen] = useState(false);
  const live = state?.phase === "live";
  useEffect(() => {
    if (live) setSeen(true);
  }, [live]);
  return seen || live;
}

interface WritingProps extends Pick<EditorPaneProps, "title" | "people" | "link" | "beside"> {
  /** Address of the text. */
  at: string;
  session: Session;
  state: SyncState;
  others: Other[];
  kept: boolean;
}

function Writing({ at, session, state, title, others, kept, people, link, beside }: WritingProps) {
  const t = documentWords.use();
  const blocks = blockWords.use();
  const easy = easyWords.use();
  const ui = uiWords.use();
  const { names } = session;
  const [panel, setPanel] = useState<Panel>(null);
  const [blockExtensions] = useState(() =>
    editingExtensions({
      word: blocks,
      nameOf: (person) => {
        const name = names.nameOf(person);
        return name === undefined ? "…" : (name ?? ui("former_participant"));
      },
      onNames: (listener) => names.on(listener),
      people,
      pictureHref: (picture) => pictureHref(at, picture, true),
      onPictureWords: () => setPanel("words"),
    }),
  );
  const onNamed = useCallback(({ id, name }: SuggestedPerson) => names.learn(id, name), [names]);
  const [keys] = useState(() => new ListKeys());
  const paste = usePaste();
  const longOffline = useLongOffline(state.phase === "offline");
  const open = state.role === "write" && !state.lock && !longOffline;
  const [looks] = useState(() => (session.doc.getXmlFragment(bodyField).length >= longFrom ? "prose prose--long editor__text" : "prose editor__text"));
  const editor = useEditor({
    extensions: [...blockExtensions, Collaboration.configure({ document: session.doc, field: bodyField }), KeepNodes, DrawAnyway, Carets.configure({ awareness: session.carets.awareness, somebody: t("somebody") }), HearCaret, MarkPassages.configure({ link }), NearCaret, TypedSigns.configure({ keys }), ShowSources.configure({ link: beside, word: easy })],
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: looks, role: "textbox", "aria-multiline": "true", "aria-label": t("textbox", { title }), lang: "nl", spellcheck: "true" },
      ...paste.props,
    },
  });
  useEffect(() => editor.setEditable(open, false), [editor, open]);
  useEffect(() => session.sync.doBeforeOthers(() => hearCaret(editor)), [editor, session]);
  useWarnBeforeLeaving(state.waiting > 0);
  return (
    <div className="editor">
      {state.lock ? <LockNotice code={state.lock.code} unsaved={unsavedText(session.doc, session.sync.outbox.updates)} /> : null}
      {paste.said}
      <div className="editor__frame">
        <Toolbar editor={editor} at={at} disabled={!open} panel={panel} setPanel={setPanel} />
        {/* The foot stays in sight within this, so that it never covers the buttons. */}
        <div>
          <div className="names-box">
            <EditorPlace editor={editor} />
            <TypedList editor={editor} keys={keys} onForm={setPanel} suggest={session.suggest} onNamed={onNamed} />
          </div>
          <div className="editor__foot cluster">
            <PassageBar editor={editor} link={link} />
            <SaveLine state={state} />
            <WhoIsHere editor={editor} others={others} />
          </div>
        </div>
      </div>
      {longOffline && !state.lock && state.waiting > 0 ? <Unsaved text={unsavedText(session.doc, session.sync.outbox.updates)} /> : null}
      <p className="soft small">
        {blocks("slash_key")} <span className="editor__keys">{t("toolbar_key")} {blocks("find_key")} {t("passage_key")}</span> {kept ? t("kept_here") : t("not_kept_here")}
      </p>
    </div>
  );
}

function useLongOffline(offline: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!offline) return setLong(false);
    const timer = setTimeout(() => setLong(true), offlineLockMs);
    return () => clearTimeout(timer);
  }, [offline]);
  return long;
}
