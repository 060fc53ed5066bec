import { Fragment, type ReactNode } from "react";
import { documentWords } from "../words";
import type { ComparedBlock, Piece } from "./compare-texts";

/** Compared blocks as elements of a text. What came and went is said in words too, for who does not see the colour. */
export function ComparedView({ blocks }: { blocks: readonly ComparedBlock[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </>
  );
}

function Block({ block: { as, level, pieces } }: { block: ComparedBlock }) {
  const inside = pieces.map((piece, index) => <Words key={index} piece={piece} />);
  if (as === "heading") {
    const Heading = level === 2 ? "h2" : level === 3 ? "h3" : "h4";
    return <Heading>{inside}</Heading>;
  }
  if (as === "quote") return <blockquote>{inside}</blockquote>;
  if (as === "label")
    return (
      <p>
        <strong>{inside}</strong>
      </p>
    );
  if (as === "paragraph" || as === "row") return <p>{inside}</p>;
  return Array.from({ length: level }).reduce<ReactNode>(
    (within) => (
      <ul>
        <li>{within}</li>
      </ul>
    ),
    inside,
  );
}

function Words({ piece: { text, change } }: { piece: Piece }) {
  const t = documentWords.use();
  const lines = text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
  if (!change) return <>{lines}</>;
  const Changed = change === "added" ? "ins" : "del";
  return (
    <Changed>
      <span className="visually-hidden">{` ${t(change === "added" ? "compare_added" : "compare_removed")} `}</span>
      {lines}
    </Changed>
  );
}
