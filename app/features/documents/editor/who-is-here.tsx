import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { wantsCalm } from "~/platform/calm-mode";
import { blockWords } from "../blocks/words";
import { documentWords } from "../words";
import { placeOf } from "./place-of";
import type { Other } from "./share-carets";
import { showPlace } from "./show-place";

/** Keys that neither type nor scroll. */
const keepFollowing = new Set(["Tab", "Shift", "Control", "Alt", "Meta", "CapsLock"]);

/**
 * Who else is in the text. Choosing a name follows that person: what they write stays in sight until one types, scrolls,
 * clicks in the text or presses Escape. In calm mode it goes there once, and nothing moves after that.
 */
export function WhoIsHere({ editor, others }: { editor: Editor; others: readonly Other[] }) {
  const t = documentWords.use();
  const blocks = blockWords.use();
  const [following, setFollowing] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const followed = others.find(({ client }) => client === following);
  const nameOf = (other: Other) => other.name || t("somebody");
  const lastName = useRef("");

  const stop = useCallback(
    (words: string) => {
      setFollowing(null);
      setSaid(words);
    },
    [],
  );
  const choose = (other: Other) => {
    if (other.client === following) return stop(blocks("follow_stopped"));
    lastName.current = nameOf(other);
    const place = placeOf(editor.state, other.cursor);
    if (place === null) return stop(blocks("follow_nowhere", { name: lastName.current }));
    showPlace(editor.view, place);
    if (wantsCalm(document.cookie)) return stop(blocks("follow_once", { name: lastName.current }));
    setFollowing(other.client);
    setSaid(blocks("follow_now", { name: lastName.current }));
  };

  useEffect(() => {
    if (following === null) return;
    if (!followed) return stop(blocks("follow_left", { name: lastName.current }));
    const place = placeOf(editor.state, followed.cursor);
    if (place !== null) showPlace(editor.view, place);
  }, [editor, following, followed, stop, blocks]);

  useEffect(() => {
    if (following === null) return;
    const end = () => stop(blocks("follow_stopped"));
    const onKey = (event: KeyboardEvent) => {
      // The name itself is a button, which these press.
      const presses = (event.key === "Enter" || event.key === " ") && (event.target as Element).closest(".editor__other") !== null;
      if (!keepFollowing.has(event.key) && !presses) end();
    };
    const onPointer = ({ target }: PointerEvent) => {
      // The bar with which one scrolls belongs to the page itself.
      if (target === document.documentElement || editor.view.dom.contains(target as Node)) end();
    };
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", onPointer, true);
    window.addEventListener("wheel", end, { passive: true });
    window.addEventListener("touchmove", end, { passive: true });
    return () => {
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("pointerdown", onPointer, true);
      window.removeEventListener("wheel", end);
      window.removeEventListener("touchmove", end);
    };
  }, [editor, following, stop, blocks]);

  return (
    <div className="editor__others">
      <span className={others.length === 0 ? "editor__alone" : undefined}>
        {others.length === 0 ? t("just_you") : t("who_is_here")}
      </span>
      <ul role="list">
        {others.map((other) => (
          <li key={other.client}>
            <button type="button" className={`editor__other editor__other--${other.look}`} aria-pressed={other.client === following} onClick={() => choose(other)}>
              <span className="visually-hidden">{blocks("follow")} </span>
              {nameOf(other)}
            </button>
          </li>
        ))}
      </ul>
      <span role="status">{said}</span>
    </div>
  );
}
