import { attributeOf } from "../blocks/draw-blocks";
import { plainTextOf, type ContentNode } from "../content";
import type { LearningKind } from "../content-rules";

/** One activity of a session. */
export interface SessionPart {
  /** Its first line. */
  title: string;
  content: ContentNode;
  /** How long it takes; null where nobody said. */
  minutes: number | null;
  groupSize: number | null;
  /** Minutes after the beginning of the session. */
  from: number;
}

export interface SessionPlan {
  parts: SessionPart[];
  /** All together. */
  minutes: number;
  /** Activities without a time: the total leaves them out. */
  untimed: number;
  goals: string[];
  /** What to bring, each once. */
  materials: string[];
  evidence: string[];
}

const kindOf = (node: ContentNode) => (node.type === "learningBlock" ? (attributeOf(node, "kind") as LearningKind | undefined) : undefined);

/** Whether a text has anything of a session in it. */
export function hasSession(content: ContentNode): boolean {
  return content.type === "learningBlock" || (content.content ?? []).some(hasSession);
}

/** The session that a text describes, from its learning blocks alone, in the order of the text. `names` as for plain text. */
export function planSession(content: ContentNode, names?: (membershipId: string) => string): SessionPlan {
  const activities = outermost(content, "activity");
  const parts: SessionPart[] = [];
  let from = 0;
  for (const node of activities) {
    const minutes = minutesOf(node);
    const [title = ""] = linesIn(withoutKinds(node), names);
    parts.push({ title, content: { type: "doc", content: node.content ?? [] }, minutes, groupSize: (attributeOf(node, "groupSize") as number | undefined) ?? null, from });
    from += minutes ?? 0;
  }
  const all = (kind: LearningKind) => once(outermost(content, kind, true).flatMap((node) => linesIn(node, names)));
  return { parts, minutes: from, untimed: parts.filter((part) => part.minutes === null).length, goals: all("goal"), materials: all("material"), evidence: all("evidence") };
}

/** Blocks of a kind that stand in no other of that kind; `within` looks into other kinds too, as activities bring material. */
function outermost(node: ContentNode, kind: LearningKind, within = false): ContentNode[] {
  if (kindOf(node) === kind) return [node];
  if (!within && kindOf(node) !== undefined) return [];
  return (node.content ?? []).flatMap((child) => outermost(child, kind, within));
}

/** The time of an activity: what it says, or else of the ones in it together. */
function minutesOf(node: ContentNode): number | null {
  const own = attributeOf(node, "minutes") as number | undefined;
  if (own !== undefined) return own;
  const inside = (node.content ?? []).flatMap((child) => outermost(child, "activity")).map(minutesOf);
  return inside.some((minutes) => minutes !== null) ? inside.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0) : null;
}

/** An activity without the parts in it that have a place of their own. */
const withoutKinds = (node: ContentNode): ContentNode => ({ ...node, content: (node.content ?? []).filter((child) => child.type !== "learningBlock") });

function linesIn(node: ContentNode, names?: (membershipId: string) => string): string[] {
  return plainTextOf(node, names).split("\n").map((line) => line.trim()).filter(Boolean);
}

/** Each once, as it was written first; capitals make no difference. */
function once(lines: string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = line.toLocaleLowerCase("nl");
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/** A time of day from an address, in minutes since midnight; null for anything else. */
export function readClock(value: string | null): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value ?? "");
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** "14:05"; what goes past midnight begins again at 00:00. */
export function clock(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
