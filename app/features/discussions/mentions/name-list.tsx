import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { typedName } from "~/features/groups/mentions/typed-name";
import type { Line } from "~/platform/live-client/line";
import type { DiscussionEvents } from "../live/live";
import { discussionWords } from "../words";
import type { SuggestedName } from "./mentions";

const listId = "namen";
/** How long somebody must pause before names are asked for, in milliseconds. */
const pause = 150;

interface Open {
  names: SuggestedName[];
  active: number;
  at: number;
}

/**
 * Names to choose from while "@" and the beginning of one is typed: with the arrows and Enter or Tab, by tap, and away with
 * Escape. The cursor stays in the field, which says which one is chosen. Without it names can be typed all the same.
 */
export function NameList({ box, line, discussionId, fill }: { box: RefObject<HTMLElement>; line: Line; discussionId: string; fill: (field: HTMLTextAreaElement, text: string) => void }) {
  const t = discussionWords.use();
  const [open, setOpen] = useState<Open | null>(null);
  const now = useRef<Open | null>(null);
  now.current = open;
  /** The "@" for which the list was sent away, or a name was chosen. */
  const done = useRef(-1);
  const list = useRef<HTMLDivElement>(null);
  const field = () => box.current!.querySelector("textarea")!;

  const choose = (name: SuggestedName) => {
    const area = field();
    const before = `${area.value.slice(0, now.current?.at)}@${name.say} `;
    const after = area.value.slice(area.selectionEnd);
    done.current = now.current?.at ?? -1;
    setOpen(null);
    fill(area, before + after.replace(/^ /, ""));
    area.focus();
    area.setSelectionRange(before.length, before.length);
  };

  useEffect(() => {
    const area = field();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const close = () => {
      asked += 1;
      clearTimeout(timer);
      setOpen(null);
    };
    const look = () => {
      close();
      const found = area.selectionStart === area.selectionEnd ? typedName(area.value, area.selectionStart) : null;
      if (!found) done.current = -1;
      if (!found || found.at === done.current) return;
      const mine = asked;
      timer = setTimeout(async () => {
        const answer = await line.ask<DiscussionEvents["discussion:names"]["answer"]>("discussion:names", { discussion: discussionId, typed: found.typed });
        if (mine !== asked || !answer.ok || document.activeElement !== area) return;
        // The name stands there whole: nothing is left to choose.
        const names = answer.names.filter((one) => one.say !== found.typed.trimEnd());
        if (names.length > 0) setOpen({ names, active: 0, at: found.at });
      }, pause);
    };
    const onKey = (event: KeyboardEvent) => {
      const shown = now.current;
      if (!shown || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0) setOpen({ ...shown, active: (shown.active + step + shown.names.length) % shown.names.length });
      else if (event.key === "Enter" || event.key === "Tab") choose(shown.names[shown.active]!);
      else if (event.key === "Escape") {
        done.current = shown.at;
        close();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    area.addEventListener("input", look);
    area.addEventListener("click", look);
    area.addEventListener("keydown", onKey);
    area.addEventListener("blur", close);
    return () => {
      close();
      area.removeEventListener("input", look);
      area.removeEventListener("click", look);
      area.removeEventListener("keydown", onKey);
      area.removeEventListener("blur", close);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the field stands as long as the page does
  }, [line, discussionId]);

  useLayoutEffect(() => {
    const area = field();
    const say = (name: string, value: string | null) => (value === null ? area.removeAttribute(name) : area.setAttribute(name, value));
    say("aria-autocomplete", "list");
    say("aria-controls", open && listId);
    say("aria-activedescendant", open && `${listId}-${open.active}`);
    if (!list.current) return;
    const frame = box.current!.getBoundingClientRect();
    list.current.style.bottom = `${frame.bottom - area.getBoundingClientRect().top}px`;
    list.current.children[open?.active ?? 0]?.scrollIntoView({ block: "nearest" });
  });

  return (
    <>
      <p className="visually-hidden" role="status">
        {open ? t("names_found", { count: open.names.length }) : ""}
      </p>
      {open ? (
        <div ref={list} className="names" role="listbox" id={listId} aria-label={t("names_label")}>
          {open.names.map((one, index) => (
            <div key={one.id} role="option" id={`${listId}-${index}`} aria-selected={index === open.active} tabIndex={-1} onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(one)}>
              <strong>{one.name}</strong>
              {one.staff ? ` ${one.staff}` : one.say === one.name ? null : ` #${one.say.split("#").pop()}`}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
