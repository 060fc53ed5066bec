import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { lazy, Suspense, useEffect, useRef, useState, type Dispatch, type KeyboardEvent, type ReactNode, type SetStateAction } from "react";
import { blockWords } from "../blocks/words";
import { documentWords } from "../words";
import type { FormKey } from "./blocks/insert-block";
import { LinkForm } from "./link-form";

// Only for who adds something: most people only write.
const BlockPanel = lazy(() => import("./blocks/block-panel"));
const CardForm = lazy(() => import("./blocks/card-form"));
const FindBar = lazy(() => import("./find/find-bar"));
const PictureForm = lazy(() => import("./blocks/picture-form"));

const PictureWordsForm = lazy(() => import("./blocks/picture-words-form"));

interface Tool {
  key: string;
  word: ReactNode;
  /** On a narrow screen, where all of them must stand in three lines. */
  short?: string;
  /** Pressed or not, where it is a state; undefined for what only does something. */
  pressed?: boolean;
  /** Has nothing to do where the caret is. */
  off?: boolean;
  /** Also while nothing can be written. */
  always?: boolean;
  run: () => void;
}

/** What is open under the buttons. */
export type Panel = "insert" | "table" | "find" | "words" | FormKey | null;

interface ToolbarProps {
  editor: Editor;
  /** The address of the text. */
  at: string;
  disabled: boolean;
  panel: Panel;
  setPanel: Dispatch<SetStateAction<Panel>>;
}

/**
 * Everything that can be done to the text, as buttons with words. One stop for the tab key; the arrows go from button to
 * button, Alt+F10 comes here from the text and Escape goes back.
 */
export function Toolbar({ editor, at, disabled, panel, setPanel }: ToolbarProps) {
  const t = documentWords.use();
  const blocks = blockWords.use();
  const [linking, setLinking] = useState(false);
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const state = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) });
  const chain = () => editor.chain().focus();
  const tools: Tool[] = [
    { key: "heading2", word: t("tool_heading_2"), pressed: state.heading === 2, run: () => chain().toggleHeading({ level: 2 }).run() },
    { key: "heading3", word: t("tool_heading_3"), pressed: state.heading === 3, run: () => chain().toggleHeading({ level: 3 }).run() },
    { key: "bold", word: <strong>{t("tool_bold")}</strong>, pressed: state.bold, run: () => chain().toggleBold().run() },
    { key: "italic", word: <em>{t("tool_italic")}</em>, pressed: state.italic, run: () => chain().toggleItalic().run() },
    { key: "bullets", word: t("tool_bullets"), pressed: state.bullets, run: () => chain().toggleBulletList().run() },
    { key: "steps", word: t("tool_steps"), short: t("tool_steps_short"), pressed: state.steps, run: () => chain().toggleList("orderedList", "listItem").run() },
    { key: "quote", word: t("tool_quote"), pressed: state.quote, run: () => chain().toggleBlockquote().run() },
    { key: "link", word: t("tool_link"), pressed: state.link !== null, run: () => setLinking((open) => !open) },
    { key: "insert", word: blocks("insert"), pressed: panel === "insert", run: () => setPanel((open) => (open === "insert" ? null : "insert")) },
    { key: "table", word: blocks("table_tools"), short: blocks("table_tools_short"), pressed: panel === "table", off: !state.table, run: () => setPanel((open) => (open === "table" ? null : "table")) },
    { key: "find", word: blocks("find"), short: blocks("find_short"), pressed: panel === "find", always: true, run: () => setPanel((open) => (open === "find" ? null : "find")) },
    { key: "undo", word: t("tool_undo"), short: t("tool_undo_short"), run: () => chain().undo().run() },
    { key: "redo", word: t("tool_redo"), short: t("tool_redo_short"), run: () => chain().redo().run() },
  ];

  useEffect(() => {
    const comeHere = (event: globalThis.KeyboardEvent) => {
      const find = event.key.toLowerCase() === "f" && event.shiftKey && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!find && (event.key !== "F10" || !event.altKey)) return;
      event.preventDefault();
      if (find) {
        setPanel("find");
        document.getElementById("find-words")?.focus();
      }
      else buttonsIn(bar.current)[stop]?.focus();
    };
    const text = editor.view.dom;
    text.addEventListener("keydown", comeHere);
    return () => text.removeEventListener("keydown", comeHere);
  }, [editor, stop, setPanel]);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === "Escape") editor.commands.focus();
    else if (to === undefined) return;
    else {
      const next = (to + tools.length) % tools.length;
      setStop(next);
      buttonsIn(bar.current)[next]?.focus();
    }
    event.preventDefault();
  };

  return (
    <div className={panel === "picture" || panel === "card" || panel === "words" ? "editor__tools editor__tools--tall" : panel === "find" ? "editor__tools editor__tools--find" : "editor__tools"}>
      <div ref={bar} className="editor__toolbar" role="toolbar" aria-label={t("toolbar")} onKeyDown={onKeyDown}>
        {tools.map((tool, index) => (
          <button
            key={tool.key}
            type="button"
            className="editor__tool"
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={tool.pressed}
            aria-disabled={(disabled && !tool.always) || tool.off || undefined}
            // The caret stays where it is in the text.
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setStop(index)}
            onClick={() => {
              if ((!disabled || tool.always) && !tool.off) tool.run();
            }}
          >
            {tool.short === undefined ? (
              tool.word
            ) : (
              <>
                <span className="editor__long">{tool.word}</span>
                <span className="editor__short">{tool.short}</span>
              </>
            )}
          </button>
        ))}
      </div>
      {linking && !disabled ? <LinkForm editor={editor} href={state.link} onDone={() => setLinking(false)} /> : null}
      {/* Open also when writing stopped meanwhile: the file that was chosen stays. */}
      {panel === "picture" ? (
        <Suspense fallback={null}>
          <PictureForm editor={editor} at={at} onDone={() => setPanel(null)} />
        </Suspense>
      ) : null}
      {panel === "find" ? (
        <Suspense fallback={null}>
          <FindBar editor={editor} disabled={disabled} onDone={() => setPanel(null)} />
        </Suspense>
      ) : null}
      {panel === "words" && !disabled ? (
        <Suspense fallback={null}>
          <PictureWordsForm editor={editor} onDone={() => setPanel(null)} />
        </Suspense>
      ) : null}
      {panel === "card" && !disabled ? (
        <Suspense fallback={null}>
          <CardForm editor={editor} onDone={() => setPanel(null)} />
        </Suspense>
      ) : null}
      {(panel === "insert" || (panel === "table" && state.table)) && !disabled ? (
        <Suspense fallback={null}>
          <BlockPanel editor={editor} show={panel} onDone={() => setPanel(null)} onForm={setPanel} />
        </Suspense>
      ) : null}
    </div>
  );
}

function stateOf(editor: Editor) {
  const level: unknown = editor.getAttributes("heading")["level"];
  const href: unknown = editor.getAttributes("link")["href"];
  return {
    heading: editor.isActive("heading") ? level : null,
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    bullets: editor.isActive("bulletList"),
    steps: editor.isActive("orderedList"),
    table: editor.isActive("table"),
    quote: editor.isActive("blockquote"),
    link: editor.isActive("link") && typeof href === "string" ? href : null,
  };
}

function buttonsIn(bar: HTMLElement | null): HTMLButtonElement[] {
  return [...(bar?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
}
