import { Prose } from "~/ui";
import { decisionLanguage } from "./letter/write-letter";

/** A letter as it is kept: parts with an empty line between, the first line of each part but the first is its heading. */
export function LetterText({ letter, heading: Heading = "h3" }: { letter: string; heading?: "h2" | "h3" | "h4" }) {
  const [opening = "", ...parts] = letter.split("\n\n");
  return (
    <Prose lang={decisionLanguage}>
      <p>{opening}</p>
      {parts.map((part) => {
        const [title = "", ...lines] = part.split("\n");
        return (
          <div key={title}>
            <Heading>{title}</Heading>
            {lines.map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </div>
        );
      })}
    </Prose>
  );
}
