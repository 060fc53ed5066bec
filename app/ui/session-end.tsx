import { Icon } from "./icon";

export interface SessionEndProps {
  /** ISO moment at which the session ends. */
  endsAt: string;
  /** "Je wordt over 2 minuten afgemeld." */
  text: string;
  /** "Blijf aangemeld" */
  extendWord: string;
  extendAction: string;
  /** "Je bent afgemeld. Meld je opnieuw aan." — shown when time ran out. */
  endedText: string;
}

/** Hidden until two minutes before the end; the script shows it and extends with one tap, without it the button posts the form. */
export function SessionEnd({ endsAt, text, extendWord, extendAction, endedText }: SessionEndProps) {
  return (
    <div role="status" data-session-ends-at={endsAt} data-session-ended-text={endedText}>
      <div className="session-end" hidden>
        <form className="wrap" method="post" action={extendAction}>
          <p className="icon-word">
            <Icon name="clock" />
            <span data-session-text>{text}</span>
          </p>
          <button type="submit" className="button button--primary">
            <span>{extendWord}</span>
          </button>
        </form>
      </div>
    </div>
  );
}
