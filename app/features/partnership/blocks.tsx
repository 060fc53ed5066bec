import type { Block } from "#db/seed/regions/block";

/** Typed blocks of text as elements. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        // The list never changes within a page.
        <OneBlock key={`${block.kind}-${index}`} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "link":
      return (
        <p>
          <a href={block.href}>{block.text}</a>
        </p>
      );
    default: {
      const items = block.items.map((item) => <li key={item}>{item}</li>);
      return block.kind === "steps" ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}
