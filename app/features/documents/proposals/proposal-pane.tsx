import Collaboration from "@tiptap/extension-collaboration";
import { useEditor } from "@tiptap/react";
import { useEffect, useState } from "react";
import { patience } from "~/platform/live-client/line";
import { openLine } from "~/platform/live-client/open-line";
import { useNameOf } from "../blocks/people-names";
import { blockWords } from "../blocks/words";
import { bodyField } from "../content-rules";
import { editingExtensions } from "../editor/blocks/editing-blocks";
import { EditorPlace } from "../editor/editor-place";
import { LockNotice } from "../editor/lock-notice";
import { usePaste } from "../editor/paste/use-paste";
import { SaveLine } from "../editor/save-line";
import { DocumentSync, type SyncState } from "../editor/sync-document";
import { Toolbar, type Panel } from "../editor/toolbar";
import { unsavedText } from "../editor/unsaved-text";
import { useWarnBeforeLeaving } from "../editor/use-warn-before-leaving";
import { openDoc } from "../open-doc";
import { pictureHref } from "../pictures/shown-pictures";
import { documentHref } from "../views";
import { documentWords } from "../words";
import { forkLine } from "./fork-line";

export interface ProposalPaneProps {
  document: { id: string; title: string };
  /** Of the draft. */
  id: string;
  /** Shown until the text is there. */
  loading: React.ReactNode;
}

interface Session {
  doc: ReturnType<typeof openDoc>;
  sync: DocumentSync;
}

/** The editor on one's own draft: the same as on a text, alone, and kept on the server with each edit. In a browser only. */
export default function ProposalPane({ document, id, loading }: ProposalPaneProps) {
  const [session, setSession] = useState<Session | null>(null);
  const [state, setState] = useState<SyncState | null>(null);
  const [seen, setSeen] = useState(false);
  const { id: documentId } = document;
  useEffect(() => {
    const doc = openDoc();
    doc.getXmlFragment(bodyField);
    const onState = (next: SyncState) => {
      setState(next);
      if (next.phase === "live") setSeen(true);
    };
    const sync = new DocumentSync({ id: documentId, doc, line: forkLine(openLine(), id), onState, wait: (attempt) => new Promise((resolve) => setTimeout(resolve, patience(attempt - 1))) });
    setSession({ doc, sync });
    void sync.start();
    return () => {
      sync.stop();
      doc.destroy();
    };
  }, [documentId, id]);
  if (!session || !state) return <>{loading}</>;
  if (!seen) return state.lock ? <LockNotice code={state.lock.code} unsaved="" /> : <>{loading}</>;
  return <Writing document={document} session={session} state={state} />;
}

function Writing({ document, session, state }: { document: ProposalPaneProps["document"]; session: Session; state: SyncState }) {
  const t = documentWords.use();
  const blocks = blockWords.use();
  const nameOf = useNameOf();
  const at = documentHref(document.id);
  const [panel, setPanel] = useState<Panel>(null);
  const [extensions] = useState(() =>
    editingExtensions({ word: blocks, nameOf, onNames: () => () => undefined, people: [], pictureHref: (picture) => pictureHref(at, picture, true), onPictureWords: () => setPanel("words") }),
  );
  const paste = usePaste();
  const open = !state.lock;
  const editor = useEditor({
    extensions: [...extensions, Collaboration.configure({ document: session.doc, field: bodyField })],
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: "prose editor__text", role: "textbox", "aria-multiline": "true", "aria-label": t("textbox", { title: document.title }), lang: "nl", spellcheck: "true" },
      ...paste.props,
    },
  });
  useEffect(() => editor.setEditable(open, false), [editor, open]);
  useWarnBeforeLeaving(state.waiting > 0);
  return (
    <div className="editor">
      {state.lock ? <LockNotice code={state.lock.code} unsaved={unsavedText(session.doc, session.sync.outbox.updates)} /> : null}
      {paste.said}
      <div className="editor__frame">
        <Toolbar editor={editor} at={at} disabled={!open} panel={panel} setPanel={setPanel} />
        <div>
          <EditorPlace editor={editor} />
          <div className="editor__foot cluster">
            <SaveLine state={state} />
          </div>
        </div>
      </div>
    </div>
  );
}
