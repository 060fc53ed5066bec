import { parseMarks, type Block, type Inline, type Names } from "./parse-marks";

/** What somebody wrote, with its lists, bold, italics, links, and the names of who is spoken to. */
export function MarkedText({ text, names }: { text: string; names?: Names }) {
  return (
    <>
      {parseMarks(text, names).map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { block: Block }) {
  if (block.kind === "paragraph") {
    return (
      <p>
        {block.lines.map((line, index) => (
          <span key={index}>
            {index > 0 ? <br /> : null}
            <Line line={line} />
          </span>
        ))}
      </p>
    );
  }
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Line line={item} />
    </li>
  ));
  return block.ordered ? <ol start={block.start === 1 ? undefined : block.start}>{items}</ol> : <ul>{items}</ul>;
}

function Line({ line }: { line: readonly Inline[] }) {
  return <>{line.map((node, index) => (node.kind === "text" ? node.text : <Piece key={index} node={node} />))}</>;
}

function Piece({ node }: { node: Exclude<Inline, { kind: "text" }> }) {
  if (node.kind === "link") {
    return (
      <a href={node.href} rel="noopener nofollow ugc">
        {/* Words of somebody's own choice never hide where the link leads. */}
        {node.label === null ? node.place : `${node.label} (${node.place.split("/")[0]})`}
      </a>
    );
  }
  if (node.kind === "mention") return <span className="message__mention">{node.text}</span>;
  const Mark = node.kind;
  return (
    <Mark>
      <Line line={node.children} />
    </Mark>
  );
}
