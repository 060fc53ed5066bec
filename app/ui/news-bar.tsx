export interface NewsBarProps {
  /** "<kind>:<uuid>" of the stream this page shows. */
  stream: string;
  /** The number the page was rendered at. */
  head: number;
  /** Id of what the page shows of it; only words about that are offered. */
  about: string;
  /** "Er zijn nieuwe berichten." */
  text: string;
  showWord: string;
  href: string;
}

/** Hidden; the script asks once a minute whether there is something new to read and then shows this, without moving the page. */
export function NewsBar({ stream, head, about, text, showWord, href }: NewsBarProps) {
  return (
    <div className="news-bar" role="status" data-stream={stream} data-head={head} data-about={about}>
      <p className="news-bar__in" hidden>
        <span>{text}</span>
        <a href={href}>{showWord}</a>
      </p>
    </div>
  );
}
