import { useEffect, useState } from "react";
import type { Line } from "~/platform/live-client/line";
import type { DiscussionEvents, DiscussionNews } from "../live/live";
import { discussionWords } from "../words";

/** So long after its last sign writing is over, and no oftener is a sign given, in milliseconds. */
const typingLasts = 6_000;
const signEvery = 3_000;

/**
 * "Nu hier: Jan, Fatma en 3 anderen. Jan schrijft…": a line with a place of its own, that is read by who looks and never
 * said. Who goes out of sight goes.
 */
export function PresenceLine({ line, discussionId: discussion, me }: { line: Line; discussionId: string; me: string | null }) {
  const t = discussionWords.use();
  const [view, setView] = useState<Omit<DiscussionNews["presence"], "discussion"> | null>(null);
  const [writer, setWriter] = useState("");
  useEffect(() => {
    let typing = false;
    let signed = 0;
    let over: ReturnType<typeof setTimeout> | undefined;
    const tell = async () => {
      if (line.state() !== "live") return setView(null);
      const answer = await line.ask<DiscussionEvents["presence"]["answer"]>("presence", { discussion, here: document.visibilityState === "visible" });
      typing = answer.ok && answer.typing;
      setView(answer.ok && answer.shown ? answer : null);
    };
    const onInput = ({ target }: Event) => {
      const now = Date.now();
      if (!typing || now - signed < signEvery || (target as HTMLTextAreaElement).name !== "text") return;
      signed = now;
      void line.ask("typing", { discussion });
    };
    const ends = [
      line.on("presence", (news: DiscussionNews["presence"]) => void (news.discussion === discussion && setView(news))),
      line.on("typing", (news: DiscussionNews["typing"]) => {
        if (news.discussion !== discussion || news.id === me) return;
        setWriter(news.name);
        clearTimeout(over);
        over = setTimeout(() => setWriter(""), typingLasts);
      }),
      line.onState(() => void tell()),
    ];
    void tell();
    document.addEventListener("visibilitychange", tell);
    document.addEventListener("input", onInput);
    return () => {
      clearTimeout(over);
      for (const end of ends) end();
      document.removeEventListener("visibilitychange", tell);
      document.removeEventListener("input", onInput);
      void line.ask("presence", { discussion, here: false });
    };
  }, [line, discussion, me]);
  const others = view?.people.filter(({ id }) => id !== me).map(({ name }) => name) ?? [];
  const count = view ? view.count - 1 : 0;
  // Three are named when that is all, else two.
  const named = others.slice(0, count <= 3 ? 3 : 2);
  const more = count - named.length;
  const names = named.join(", ");
  return (
    <p className="soft small who-is-here" aria-live="off">
      {count < 1 ? null : names === "" ? t("here_count", { count }) : more > 0 ? t("here_more", { names, count: more }) : t("here", { names })} {writer && t("writes", { name: writer })}
    </p>
  );
}
