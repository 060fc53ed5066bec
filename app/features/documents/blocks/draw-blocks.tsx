/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- A wide table scrolls sideways, with the arrow keys too. */
import { createContext, useContext, type ReactNode } from "react";
import { Button } from "~/ui";
import type { ContentNode } from "../content";
import { calloutKinds, learningKinds, nodeRules, type CalloutKind, type LearningKind } from "../content-rules";
import { usePicture } from "../pictures/shown-pictures";
import { useTaskAnchor } from "../tasks/task-numbers";
import { frameOf } from "./frame-of";
import { useNameOf } from "./people-names";
import { blockWords } from "./words";

/** What an element says of itself, when that is a value it may have. */
export function attributeOf(node: ContentNode, name: string): unknown {
  const value = node.attrs?.[name];
  return nodeRules[node.type]?.attributes[name]?.(value) ? value : undefined;
}

const numberOf = (node: ContentNode, name: string) => attributeOf(node, name) as number | undefined;

/** A task: whether it is done, in a word too, and whose it is. */
export function Task({ node, children }: { node: ContentNode; children: ReactNode }) {
  const t = blockWords.use();
  const nameOf = useNameOf();
  const done = attributeOf(node, "checked") === true;
  const person = attributeOf(node, "person");
  return (
    <li id={useTaskAnchor(node)} className={done ? "tasks__item tasks__item--done" : "tasks__item"}>
      <span className="visually-hidden">{`${done ? t("task_done") : t("task_open")} `}</span>
      {children}
      {person === undefined ? null : <p className="tasks__person">{t("task_for", { name: nameOf(person) })}</p>}
    </li>
  );
}

/** A table. Headings across the top, or down the side, say what they head. */
export function Table({ node, draw }: { node: ContentNode; draw: (cell: ContentNode) => ReactNode }) {
  const t = blockWords.use();
  const rows = (node.content ?? []).filter(({ type }) => type === "tableRow");
  return (
    <div className="prose__table" role="region" aria-label={t("table")} tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, down) => (
            <tr key={down}>{(row.content ?? []).map((cell, across) => <Cell key={across} cell={cell} heads={cellHeads(rows, down, across)} draw={draw} />)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, heads, draw }: { cell: ContentNode; heads: "col" | "row"; draw: (cell: ContentNode) => ReactNode }) {
  const size = { colSpan: spanOf(cell, "colspan"), rowSpan: spanOf(cell, "rowspan") };
  if (cell.type === "tableHeader") {
    return (
      <th scope={heads} {...size}>
        {draw(cell)}
      </th>
    );
  }
  return cell.type === "tableCell" ? <td {...size}>{draw(cell)}</td> : null;
}

function spanOf(cell: ContentNode, name: string): number | undefined {
  const size = numberOf(cell, name);
  return size === 1 ? undefined : size;
}

/** A heading at the top heads its column, unless only the first of its row is one. */
function cellHeads(rows: ContentNode[], down: number, across: number): "col" | "row" {
  const others = (rows[down]!.content ?? []).filter((_, index) => index !== across);
  const alone = others.length > 0 && others.every(({ type }) => type === "tableCell");
  return alone && across === 0 ? "row" : "col";
}

/** A block that stands out, with the word for why. */
export function Callout({ node, children }: { node: ContentNode; children: ReactNode }) {
  const t = blockWords.use();
  const kind = (attributeOf(node, "kind") ?? calloutKinds[0]) as CalloutKind;
  return (
    <aside className={`callout callout--${kind}`}>
      <p className="callout__word">{t(`callout_${kind}`)}</p>
      {children}
    </aside>
  );
}

/** A part that opens when it is asked for; the browser does it, and prints it open or closed as it stands. */
export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const t = blockWords.use();
  return (
    <details>
      <summary>{summary ?? t("more")}</summary>
      {children}
    </details>
  );
}

/** A part of a session: what it is, how long it takes, in what groups. */
export function LearningBlock({ node, children }: { node: ContentNode; children: ReactNode }) {
  const kind = (attributeOf(node, "kind") ?? learningKinds[1]) as LearningKind;
  const words = useLearningWords();
  return (
    <section className={`learn learn--${kind}`} data-minutes={numberOf(node, "minutes")} data-group-size={numberOf(node, "groupSize")}>
      <p className="learn__word">{words(kind, numberOf(node, "minutes"), numberOf(node, "groupSize"))}</p>
      {children}
    </section>
  );
}

/** What stands above a part of a session, such as "Activiteit · 20 minuten · in groepjes van 4". */
export function useLearningWords(): (kind: LearningKind, minutes?: number, groupSize?: number) => string {
  const t = blockWords.use();
  return (kind, minutes, groupSize) =>
    [t(`learning_${kind}`), minutes === undefined ? "" : t("minutes", { count: minutes }), groupSize === undefined ? "" : t("group_size", { count: groupSize })].filter(Boolean).join(" · ");
}

/**
 * A picture, in a place that is kept before it is there; it leads to the large one. Where it cannot be shown, its words. It
 * is not put off until it comes into sight: on paper it must be there when the paper is printed.
 */
export function Picture({ node }: { node: ContentNode }) {
  const shown = usePicture(attributeOf(node, "picture"));
  const said = attributeOf(node, "alt");
  const alt = attributeOf(node, "decorative") === true || typeof said !== "string" ? "" : said;
  if (!shown) return alt === "" ? null : <figure><figcaption>{alt}</figcaption></figure>;
  const picture = <img src={shown.src} width={shown.width} height={shown.height} alt={alt} decoding="async" />;
  // What says nothing leads nowhere.
  return <figure>{alt === "" || shown.href === null ? picture : <a href={shown.href}>{picture}</a>}</figure>;
}

const Frames = createContext(false);
/** Whether films and maps can be shown in the page that this is drawn for. */
export const FramesProvider = Frames.Provider;

/** Something of another site: a link, and where it is a film or a map a button that shows it here. Nothing of it is fetched before somebody chooses one of them. */
export function Embed({ node }: { node: ContentNode }) {
  const t = blockWords.use();
  const frames = useContext(Frames);
  const href = attributeOf(node, "href");
  if (typeof href !== "string") return null;
  const title = attributeOf(node, "title");
  const name = typeof title === "string" && title.trim() ? title : href;
  const frame = frames ? frameOf(href) : null;
  return (
    <div className="embed">
      <a href={href} rel="nofollow ugc noopener">
        {name}
      </a>
      <p className="embed__site">{t("elsewhere", { site: new URL(href).hostname })}</p>
      {frame ? (
        <div className="stack stack--tight" hidden data-here>
          <p className="embed__site">{t("show_hint", { site: frame.site })}</p>
          <Button type="button" kind="secondary" title={name} data-show-here={frame.src}>
            {t(`show_${frame.kind}`)}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Somebody of the leerplek, by the name of now. */
export function Mention({ node }: { node: ContentNode }) {
  const nameOf = useNameOf();
  return <span className="mention">@{nameOf(attributeOf(node, "person"))}</span>;
}
