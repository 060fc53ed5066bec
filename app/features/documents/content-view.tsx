import { Fragment, type ReactNode } from "react";
import { Prose, ProsePart } from "~/ui";
import { Callout, Details, Embed, FramesProvider, LearningBlock, Mention, Picture, Table, Task } from "./blocks/draw-blocks";
import { PeopleNamesProvider, type PeopleNames } from "./blocks/people-names";
import { PicturesProvider, type ShownPictures } from "./pictures/shown-pictures";
import { addressOf, isEmptyContent, longFrom, type ContentNode } from "./content";
import { withSectionIds } from "./gate/section-ids";

/** Deeper than anything that can be written; what is deeper all the same is left out. */
const deepest = 40;

const nobody: PeopleNames = {};

/**
 * The content of a text as plain elements. Only what is known is drawn; nothing of it ever becomes markup by itself.
 * `people` gives the shown names of those it mentions, `pictures` those of its pictures that the page may show; of others only the words are.
 * `frames`: films and maps of other sites can be shown in the page, once somebody asks for them.
 */
export function ContentView({ content, people = nobody, pictures = null, frames = false, lang = "nl" }: { content: ContentNode; people?: PeopleNames; pictures?: ShownPictures | null; frames?: boolean; lang?: string }) {
  return (
    <PeopleNamesProvider value={people}>
      <PicturesProvider value={pictures}>
        <FramesProvider value={frames}>
          <Prose lang={lang}>{inParts(content, withSectionIds(content, childrenOf(content, 0)))}</Prose>
        </FramesProvider>
      </PicturesProvider>
    </PeopleNamesProvider>
  );
}

/** About as many blocks of a long text are laid out at a time. */
const blocksInPart = 50;

/** A long text in parts that are laid out as they come into sight; between two of them there is as much room as between paragraphs. */
function inParts({ content = [] }: ContentNode, drawn: ReactNode): ReactNode {
  if (content.length < longFrom || !Array.isArray(drawn)) return drawn;
  const parts: ReactNode[] = [];
  let begin = 0;
  const close = (end: number) => {
    parts.push(<ProsePart key={begin}>{drawn.slice(begin, end) as ReactNode[]}</ProsePart>);
    begin = end;
  };
  for (let at = blocksInPart; at < content.length; at += 1) {
    if (at - begin >= blocksInPart && content[at - 1]!.type !== "heading" && content[at]!.type !== "heading") close(at);
  }
  close(content.length);
  return parts;
}

function childrenOf(node: ContentNode, depth: number): ReactNode {
  if (depth > deepest) return null;
  return (node.content ?? []).map((child, index) => <Fragment key={index}>{draw(child, depth + 1)}</Fragment>);
}

function draw(node: ContentNode, depth: number): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>(wrap, node.text ?? "");
    case "hardBreak":
      return <br />;
    case "paragraph":
      return isEmptyContent(node) ? null : <p>{childrenOf(node, depth)}</p>;
    case "heading": {
      const level = node.attrs?.["level"];
      const Heading = level === 2 ? "h2" : level === 3 ? "h3" : "h4";
      return isEmptyContent(node) ? null : <Heading>{childrenOf(node, depth)}</Heading>;
    }
    case "bulletList":
      return <ul>{childrenOf(node, depth)}</ul>;
    case "orderedList": {
      const start = node.attrs?.["start"];
      return <ol start={typeof start === "number" && start !== 1 ? start : undefined}>{childrenOf(node, depth)}</ol>;
    }
    case "listItem":
      return <li>{childrenOf(node, depth)}</li>;
    case "blockquote":
      return <blockquote>{childrenOf(node, depth)}</blockquote>;
    case "horizontalRule":
      return <hr />;
    case "mention":
      return <Mention node={node} />;
    case "image":
      return <Picture node={node} />;
    case "embed":
      return <Embed node={node} />;
    case "table":
      return <Table node={node} draw={(cell) => childrenOf(cell, depth)} />;
    case "taskList":
      return <ul className="tasks">{childrenOf(node, depth)}</ul>;
    case "taskItem":
      return <Task node={node}>{childrenOf(node, depth)}</Task>;
    case "callout":
      return <Callout node={node}>{childrenOf(node, depth)}</Callout>;
    case "learningBlock":
      return <LearningBlock node={node}>{childrenOf(node, depth)}</LearningBlock>;
    case "details": {
      // Two people at once can leave a second summary: its words stay, as a paragraph.
      const summary = node.content?.find(({ type }) => type === "detailsSummary");
      const rest = { ...node, content: node.content?.filter((child) => child !== summary) };
      return <Details summary={summary && !isEmptyContent(summary) ? childrenOf(summary, depth) : null}>{childrenOf(rest, depth)}</Details>;
    }
    case "detailsSummary":
      return isEmptyContent(node) ? null : <p>{childrenOf(node, depth)}</p>;
    default:
      return null;
  }
}

function wrap(inside: ReactNode, mark: { type: string; attrs?: Record<string, unknown> }): ReactNode {
  if (mark.type === "bold") return <strong>{inside}</strong>;
  if (mark.type === "italic") return <em>{inside}</em>;
  if (mark.type === "code") return <code>{inside}</code>;
  const href = mark.type === "link" ? addressOf(mark) : null;
  if (href === null) return inside;
  return (
    <a href={href} rel="nofollow ugc noopener">
      {inside}
    </a>
  );
}
