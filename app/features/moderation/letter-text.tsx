import { Prose } from "~/ui";
import { decisionLanguage } from "./letter/write-letter";

/** A letter as it is kept: parts with an empty line between, the first line of each part but the first says what it is about. */
export function LetterText({ letter }: { letter: string }) {
  const [opening = "", ...parts] = letter.split("\n\n");
  return (
    <Prose lang={decisionLanguage}>
      <p>{opening}</p>
      {parts.map((part) => {
        const [title = "", ...lines] = part.split("\n");
        return (
          <p key={title}>
            <strong>{title}</strong>
            {lines.map((line, index) => (
              <span key={index}>
                <br />
                {line}
              </span>
            ))}
          </p>
        );
      })}
    </Prose>
  );
}
