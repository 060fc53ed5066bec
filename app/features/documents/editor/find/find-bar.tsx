import type { Editor } from "@tiptap/core";
import { TextSelection, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { useEditorState } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { Button, Checkbox, TextField } from "~/ui";
import { blockWords } from "../../blocks/words";
import { showPlace } from "../show-place";
import { Finder, matchesAtMost, nextMatch, type Match, type Wanted } from "./find-matches";
import { replaceWords } from "./replace-words";

/** Longer words to look for are cut. */
const longest = 200;

/**
 * Finds words in the text, and puts others in their place. The places are marked beside the text, never in it, and follow
 * what others write. Enter goes on to the next, Shift and Enter back; Escape goes to the text, where the last one is chosen.
 */
export default function FindBar({ editor, disabled, onDone }: { editor: Editor; disabled: boolean; onDone: () => void }) {
  const t = blockWords.use();
  const [roomy] = useState(() => window.matchMedia("(min-width: 40.01rem) and (min-height: 40rem)").matches);
  const [begin] = useState(() => chosenWords(editor.state));
  const [wanted, setWanted] = useState<Wanted>({ words: begin, letterCase: false, accents: false });
  const [done, setDone] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const finder = useMemo(() => new Finder(wanted), [wanted]);
  const { count, now } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const matches = finder.in(state.doc);
      return { count: matches.length, now: matches.findIndex((match) => isChosen(state, match)) };
    },
  });

  useEffect(() => {
    const words = form.current?.querySelector("input");
    words?.focus();
    words?.select();
  }, []);
  useEffect(() => {
    editor.view.setProps({ decorations: (state) => draw(state, finder.in(state.doc)) });
    return () => {
      if (!editor.isDestroyed) editor.view.setProps({ decorations: () => null });
    };
  }, [editor, finder]);

  const field = (name: string) => String(new FormData(form.current!).get(name) ?? "");
  const onChange = () => {
    setDone("");
    const next = { words: field("words").slice(0, longest), letterCase: field("case") !== "", accents: field("accents") !== "" };
    if (next.words !== wanted.words || next.letterCase !== wanted.letterCase || next.accents !== wanted.accents) setWanted(next);
  };
  const go = (direction: 1 | -1) => {
    const { state } = editor;
    const { from, to } = state.selection;
    const matches = finder.in(state.doc);
    const match = nextMatch(matches, direction === 1 && matches.some((one) => isChosen(state, one)) ? to : from, direction);
    if (!match) return;
    editor.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to)));
    showPlace(editor.view, match.from);
  };
  const replaceOne = () => {
    const match = finder.in(editor.state.doc).find((one) => isChosen(editor.state, one));
    if (match && !disabled) replaceWords(editor, [match], field("instead"));
    go(1);
  };
  const replaceAll = () => {
    if (disabled) return;
    const replaced = replaceWords(editor, finder.in(editor.state.doc), field("instead"));
    setDone(t("find_replaced", { count: replaced }));
  };
  const onSubmit = (event: FormEvent) => event.preventDefault();
  const onKeyDown = (event: KeyboardEvent) => {
    const { name } = event.target as HTMLInputElement;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && name === "words") go(event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && name === "instead") replaceOne();
    else return;
    event.preventDefault();
  };
  const close = () => {
    onDone();
    editor.commands.focus();
  };

  const said = wanted.words === "" ? "" : count === 0 ? t("find_nothing") : now >= 0 ? t("find_at", { at: now + 1, count }) : count >= matchesAtMost ? t("find_many", { count }) : t("find_count", { count });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter and Escape come up from its fields.
    <form ref={form} role="search" className="editor__panel editor__find" aria-label={t("find")} onSubmit={onSubmit} onChange={onChange} onKeyDown={onKeyDown} noValidate>
      <div className="editor__find-row editor__find-words">
        <TextField name="words" id="find-words" label={t("find_words")} defaultValue={begin} maxLength={longest} autoComplete="off" enterKeyHint="search" />
        <Button type="button" kind="secondary" onClick={() => go(-1)}>
          {t("find_back")}
        </Button>
        <Button type="button" kind="secondary" onClick={() => go(1)}>
          {t("find_next")}
        </Button>
        <Button type="button" kind="quiet" onClick={close}>
          {t("find_close")}
        </Button>
        <p className="editor__found" role="status">
          {done || said}
        </p>
      </div>
      <details className="editor__find-more" open={roomy}>
        <summary>{t("find_more")}</summary>
        <div className="editor__find-row editor__find-words">
          <TextField name="instead" id="find-instead" label={t("find_instead")} autoComplete="off" />
          <Button type="button" kind="secondary" aria-disabled={disabled || undefined} onClick={replaceOne}>
            {t("find_replace")}
          </Button>
          <Button type="button" kind="secondary" aria-disabled={disabled || undefined} onClick={replaceAll}>
            {t("find_replace_all")}
          </Button>
        </div>
        <div className="editor__find-row">
          <Checkbox name="case" id="find-case" word={t("find_case")} />
          <Checkbox name="accents" id="find-accents" word={t("find_accents")} />
        </div>
      </details>
    </form>
  );
}

/** Words of one line that are chosen in the text, to begin with. */
function chosenWords({ doc, selection: { from, to, $from, $to } }: EditorState): string {
  return $from.sameParent($to) ? doc.textBetween(from, to).slice(0, longest) : "";
}

const isChosen = ({ selection }: EditorState, { from, to }: Match) => selection.from === from && selection.to === to;

function draw(state: EditorState, matches: readonly Match[]): DecorationSet {
  return DecorationSet.create(
    state.doc,
    matches.map((match) => Decoration.inline(match.from, match.to, { class: isChosen(state, match) ? "found found--now" : "found" })),
  );
}
