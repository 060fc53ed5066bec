import { useEffect, useState } from "react";
import { followStream } from "~/platform/live-client/follow-stream";
import { useLine } from "~/platform/live-client/use-line-state";
import { uiWords } from "~/platform/ui-words";
import type { DeskView } from "./read-desk.server";
import { moderationWords } from "./words";

/** Says at once that the queue changed, on any of its desks, without moving what somebody is reading. */
export function DeskNews({ streams, here }: { streams: DeskView["streams"]; here: string }) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const line = useLine(streams.length > 0);
  const [news, setNews] = useState(false);
  useEffect(() => {
    if (!line) return;
    setNews(false);
    const changed = () => setNews(true);
    const following = streams.map(({ stream, head }) => followStream(line, { stream, since: head, onFacts: changed, onReload: changed, onDenied: changed }));
    return () => following.forEach((one) => one.stop());
  }, [line, streams]);
  return (
    <div className="news-bar" role="status">
      {news ? (
        <p className="news-bar__in">
          <span>{t("desk_news")}</span>
          <a href={here}>{ui("show_them")}</a>
        </p>
      ) : null}
    </div>
  );
}
