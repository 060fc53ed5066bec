import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { blockWords } from "../../blocks/words";
import type { SuggestedPerson } from "../../live";
import { insertBlock, insertGroups, wordOf, type FormKey } from "../blocks/insert-block";
import { fitting } from "./typed-command";
import { closeMeta, openSign, type ListKeys, type Typed } from "./typed-signs";

const listId = "keuzes";
/** How long somebody must pause before names are asked for, in milliseconds. */
const pause = 150;

interface Choice {
  id: string;
  word: string;
  /** Tells those of one name apart. */
  more?: string;
  choose: () => void;
}

export interface TypedListProps {
  editor: Editor;
  keys: ListKeys;
  onForm: (form: FormKey) => void;
  /** Who may be meant by the beginning of a name; null without an answer. */
  suggest: (typed: string) => Promise<SuggestedPerson[] | null>;
  /** Somebody is named from now on. */
  onNamed: (person: SuggestedPerson) => void;
}

/**
 * What can be chosen for what is being typed: with the arrows and Enter or Tab, by tap, and away with Escape. The caret
 * stays in the text, which says which one is chosen. Everything in it can be done with the buttons too.
 */
export function TypedList({ editor, keys, onForm, suggest, onNamed }: TypedListProps) {
  const t = blockWords.use();
  const typed = useEditorState({ editor, selector: ({ editor: now }) => (now.isEditable && now.isFocused ? openSign(now.state) : null) });
  const [commands, people] = [useCommands(editor, typed, onForm), usePeople(editor, typed, suggest, onNamed)];
  const choices = typed?.sign === "@" ? people : commands;
  const [{ at, of }, setActive] = useState({ at: 0, of: "" });
  const asked = typed ? `${typed.sign}${typed.typed}` : "";
  const active = of === asked && at < choices.length ? at : 0;
  const list = useRef<HTMLDivElement>(null);
  const open = typed !== null && choices.length > 0;

  const choose = (choice: Choice) => {
    if (!typed || !editor.isEditable) return;
    editor.chain().focus().deleteRange({ from: typed.from, to: typed.to }).run();
    choice.choose();
  };

  useLayoutEffect(() => {
    if (!open) return;
    return keys.give((event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0) setActive({ at: (active + step + choices.length) % choices.length, of: asked });
      else if (event.key === "Enter" || event.key === "Tab") choose(choices[active]!);
      else if (event.key === "Escape") editor.view.dispatch(editor.state.tr.setMeta(...closeMeta));
      else return false;
      return true;
    });
  });

  useEffect(() => {
    const text = editor.view.dom;
    const say = (name: string, value: string | null) => (value === null ? text.removeAttribute(name) : text.setAttribute(name, value));
    say("aria-autocomplete", open ? "list" : null);
    say("aria-controls", open ? listId : null);
    say("aria-activedescendant", open ? `${listId}-${active}` : null);
  }, [editor, open, active]);

  useLayoutEffect(() => {
    if (open && list.current) place(list.current, editor.view.coordsAtPos(typed.from), active);
  });

  return (
    <>
      <p className="visually-hidden" role="status">
        {open ? t("choices_found", { count: choices.length }) : ""}
      </p>
      {open ? (
        <div ref={list} className="names" role="listbox" id={listId} aria-label={t(typed.sign === "@" ? "insert_mention" : "insert")}>
          {choices.map((choice, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The text keeps the focus and hears the keys.
            <div key={choice.id} role="option" id={`${listId}-${index}`} aria-selected={index === active} tabIndex={-1} onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(choice)}>
              {choice.more === undefined ? (
                choice.word
              ) : (
                <>
                  <strong>{choice.word}</strong> {choice.more}
                </>
              )}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** What "Voeg toe" offers, for who types "/". */
function useCommands(editor: Editor, typed: Typed | null, onForm: (form: FormKey) => void): Choice[] {
  const t = blockWords.use();
  if (typed?.sign !== "/") return [];
  const all = insertGroups.flatMap(({ items }) => items).map((key) => ({ id: key, word: t(wordOf(key)), choose: () => insertBlock(editor, key, onForm) }));
  return fitting(all, typed.typed);
}

/** People of the group, for who types "@". What is known of a shorter beginning goes on until more is. */
function usePeople(editor: Editor, typed: Typed | null, suggest: TypedListProps["suggest"], onNamed: TypedListProps["onNamed"]): Choice[] {
  const [found, setFound] = useState<{ typed: string; people: SuggestedPerson[] }>({ typed: "", people: [] });
  const wanted = typed?.sign === "@" ? typed.typed : null;
  useEffect(() => {
    if (wanted === null) return setFound({ typed: "", people: [] });
    let stale = false;
    const timer = setTimeout(async () => {
      const people = await suggest(wanted);
      if (!stale && people) setFound({ typed: wanted, people });
    }, pause);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted, suggest]);
  if (wanted === null || !wanted.startsWith(found.typed)) return [];
  const named = (name: string) => found.people.filter((other) => other.name === name).length;
  const choices = found.people.map((person) => ({
    id: person.id,
    word: person.name,
    more: person.staff ?? (named(person.name) > 1 ? `#${person.id.slice(0, 4)}` : ""),
    choose: () => {
      onNamed(person);
      const goesOn = editor.state.selection.$from.nodeAfter?.text?.startsWith(" ") === true;
      editor.chain().focus().insertContent([{ type: "mention", attrs: { person: person.id } }, ...(goesOn ? [] : [{ type: "text", text: " " }])]).run();
    },
  }));
  return found.typed === wanted ? choices : fitting(choices, wanted);
}

/** Under the sign, or above it where there is no room; what is chosen in sight. Moves nothing else. */
function place(list: HTMLElement, sign: { left: number; top: number; bottom: number }, active: number): void {
  const frame = list.offsetParent!.getBoundingClientRect();
  const seen = window.visualViewport?.height ?? window.innerHeight;
  const above = sign.bottom + list.offsetHeight > seen && sign.top > list.offsetHeight;
  list.style.top = `${(above ? sign.top - list.offsetHeight : sign.bottom) - frame.top}px`;
  list.style.left = `${Math.max(0, Math.min(sign.left - frame.left, frame.width - list.offsetWidth))}px`;
  const chosen = list.children[active] as HTMLElement;
  if (chosen.offsetTop < list.scrollTop) list.scrollTop = chosen.offsetTop;
  else if (chosen.offsetTop + chosen.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = chosen.offsetTop + chosen.offsetHeight - list.clientHeight;
}
