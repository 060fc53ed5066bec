import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { SuggestedName } from "./suggested-name";
import { typedName } from "./typed-name";
import { nameWords } from "./words";

const listId = "namen";
/** How long somebody must pause before names are asked for, in milliseconds. */
const pause = 150;

interface Open {
  field: HTMLTextAreaElement;
  names: readonly SuggestedName[];
  active: number;
  at: number;
}

export interface NameListProps {
  /** Holds the fields, and the list above the one that is typed in. */
  box: RefObject<HTMLElement>;
  /** Who may be meant; nobody when there is no answer. */
  namesFor: (typed: string) => Promise<readonly SuggestedName[]>;
}

/**
 * Names to choose from while "@" and the beginning of one is typed: with the arrows and Enter or Tab, by tap, and away with
 * Escape. The cursor stays in the field, which says which one is chosen. Without it names can be typed all the same.
 */
export function NameList({ box, namesFor }: NameListProps) {
  const t = nameWords.use();
  const [open, setOpen] = useState<Open | null>(null);
  const now = useRef<Open | null>(null);
  now.current = open;
  const ask = useRef(namesFor);
  ask.current = namesFor;
  /** The "@" for which the list was sent away, or a name was chosen, in the field that is typed in. */
  const done = useRef(-1);
  const list = useRef<HTMLDivElement>(null);

  const choose = ({ field, at }: Open, name: SuggestedName) => {
    const before = `${field.value.slice(0, at)}@${name.say} `;
    const after = field.value.slice(field.selectionEnd);
    done.current = at;
    setOpen(null);
    fillField(field, before + after.replace(/^ /, ""));
    field.focus();
    field.setSelectionRange(before.length, before.length);
  };

  useEffect(() => {
    const frame = box.current!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const close = () => {
      asked += 1;
      clearTimeout(timer);
      setOpen(null);
    };
    const look = ({ target: field }: Event) => {
      if (!(field instanceof HTMLTextAreaElement)) return;
      close();
      const found = field.selectionStart === field.selectionEnd ? typedName(field.value, field.selectionStart) : null;
      if (!found) done.current = -1;
      if (!found || found.at === done.current) return;
      const mine = asked;
      timer = setTimeout(async () => {
        const answer = await ask.current(found.typed);
        if (mine !== asked || document.activeElement !== field) return;
        // The name stands there whole: nothing is left to choose.
        const names = answer.filter((one) => one.say !== found.typed.trimEnd());
        if (names.length > 0) setOpen({ field, names, active: 0, at: found.at });
      }, pause);
    };
    const onKey = (event: KeyboardEvent) => {
      const shown = now.current;
      if (!shown || event.target !== shown.field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0) setOpen({ ...shown, active: (shown.active + step + shown.names.length) % shown.names.length });
      else if (event.key === "Enter" || event.key === "Tab") choose(shown, shown.names[shown.active]!);
      else if (event.key === "Escape") {
        done.current = shown.at;
        close();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const anew = () => {
      done.current = -1;
    };
    frame.addEventListener("input", look);
    frame.addEventListener("click", look);
    frame.addEventListener("keydown", onKey);
    frame.addEventListener("focusin", anew);
    frame.addEventListener("focusout", close);
    return () => {
      close();
      frame.removeEventListener("input", look);
      frame.removeEventListener("click", look);
      frame.removeEventListener("keydown", onKey);
      frame.removeEventListener("focusin", anew);
      frame.removeEventListener("focusout", close);
    };
  }, [box]);

  useLayoutEffect(() => {
    // On the first drawing the box stands there only afterwards.
    if (!box.current) return;
    for (const field of box.current.querySelectorAll("textarea")) {
      const shown = open?.field === field;
      const say = (name: string, value: string | false) => (value === false ? field.removeAttribute(name) : field.setAttribute(name, value));
      say("aria-autocomplete", "list");
      say("aria-controls", shown && listId);
      say("aria-activedescendant", shown && `${listId}-${open.active}`);
    }
    if (!open || !list.current) return;
    const frame = box.current.getBoundingClientRect();
    list.current.style.bottom = `${frame.bottom - open.field.getBoundingClientRect().top}px`;
    list.current.children[open.active]?.scrollIntoView({ block: "nearest" });
  });

  return (
    <>
      <p className="visually-hidden" role="status">
        {open ? t("found", { count: open.names.length }) : ""}
      </p>
      {open ? (
        <div ref={list} className="names" role="listbox" id={listId} aria-label={t("label")}>
          {open.names.map((one, index) => (
            <div key={one.id} role="option" id={`${listId}-${index}`} aria-selected={index === open.active} tabIndex={-1} onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(open, one)}>
              <strong>{one.name}</strong>
              {one.staff ? ` ${one.staff}` : one.say === one.name ? null : ` #${one.say.split("#").pop()}`}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Changes a field as if it had been typed, so that its height and counter follow. */
export function fillField(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
