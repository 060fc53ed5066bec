import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Line } from "~/platform/live-client/line";
import type { DiscussionEvents, DiscussionNews } from "../live/live";
import type { DiscussionPage } from "../read-discussion.server";
import { discussionWords } from "../words";
import type { ReactionKind } from "./kinds";

export interface OwnReactions {
  /** The kinds that the reader gave to a message. */
  to: (id: string) => readonly ReactionKind[];
  /** Sends a reaction along the live connection, where there is one; otherwise its plain form is posted. */
  onSubmit: (event: FormEvent) => void;
  /** What was just done, for those who listen. */
  said: string;
}

const none: readonly ReactionKind[] = [];

/** What the reader reacted to the messages of a page, and how to change that without leaving it. */
export function useReactions(page: DiscussionPage, line: Line | null): OwnReactions {
  const t = discussionWords.use();
  const [given, setGiven] = useState<Record<string, readonly ReactionKind[]>>(page.window.reacted);
  const [said, setSaid] = useState("");
  const pressed = useRef<string | null>(null);
  useEffect(() => setGiven(page.window.reacted), [page.window.reacted]);
  // Also what they reacted in another tab.
  useEffect(
    () =>
      line?.on("message:reacted", ({ id, kind, on }: DiscussionNews["message:reacted"]) =>
        setGiven((before) => {
          const others = (before[id] ?? none).filter((one) => one !== kind);
          return { ...before, [id]: on ? [...others, kind] : others };
        }),
      ),
    [line],
  );
  // A message that changes may be drawn anew: whoever pressed its button keeps their place.
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-menu="${pressed.current}"]`)?.focus({ preventScroll: true });
  });

  const onSubmit = async (event: FormEvent) => {
    const form = event.target as HTMLFormElement;
    const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
    if (fields["intent"] !== "react" || line?.state() !== "live") return;
    event.preventDefault();
    const list = form.closest<HTMLElement & { hidePopover?: () => void }>(".menu__list");
    list?.hidePopover?.();
    pressed.current = list?.id ?? null;
    const send = { id: fields["message"]!, kind: fields["kind"] as ReactionKind, on: fields["on"] === "true" };
    const answer = await line.ask<DiscussionEvents["message:react"]["answer"]>("message:react", send);
    // Whatever is in the way, the page that the form leads to says it.
    if (!answer.ok) return form.submit();
    setSaid(t(send.on ? "reacted" : "unreacted"));
  };
  return { to: (id) => given[id] ?? none, onSubmit: (event) => void onSubmit(event), said };
}
