import * as Y from "yjs";
import { compareTexts, type Comparison } from "../compare/compare-texts";
import { bodyField, type ContentNode } from "../content";
import { countNodes, examine, type ExamineLimits, type Verdict } from "../worker/examine";
import { blocksIn, bring, keyOf, nodeOf, openWith, record, write, type TopBlock } from "./fork";

/** Whether a part can go into the text as it stands now. */
export type PartState = "fits" | "moved_on" | "done" | "gone";

/** Blocks next to one another that a proposal changes together: what is accepted or not as one. */
export interface ProposalPart {
  /** Identity of its first block. */
  key: string;
  state: PartState;
  /** What would come and go in the text of now; of what is gone, in the text that it was proposed for. */
  comparison: Comparison;
}

/** A proposal as it is kept: what it left from, and what was changed. */
export interface Fork {
  base: Uint8Array;
  update: Uint8Array;
}

interface Touched {
  kind: "changed" | "added" | "removed";
  key: string;
}
interface Weighed {
  base: Map<string, TopBlock>;
  fork: Map<string, TopBlock>;
  now: Map<string, TopBlock>;
  /** The text of now with all of the proposal in it, as Yjs merges them. */
  merged: Map<string, TopBlock>;
  order: string[];
  groups: Touched[][];
}

/** The parts of a proposal, beside the text as it stands now. */
export function weighProposal(now: Y.Doc, fork: Fork): ProposalPart[] {
  const weighed = weigh(now, fork);
  return weighed.groups.map((group) => ({ key: group[0]!.key, ...judge(group, weighed) }));
}

/** The edit that puts parts of a proposal into a text, judged as a push is; null when they change nothing any more. */
export function takeParts(now: Y.Doc, fork: Fork, keys: readonly string[], limits: ExamineLimits): { update: Uint8Array; state: Uint8Array; verdict: Verdict } | null {
  const weighed = weigh(now, fork);
  const state = Y.encodeStateAsUpdate(now);
  const copy = openWith(state);
  const wanted = new Set(keys);
  const placed = new Map<string, Y.XmlElement>();
  const update = record(copy, () => {
    for (const group of weighed.groups) {
      const { state: fits } = judge(group, weighed);
      if (!wanted.has(group[0]!.key) || fits === "gone" || fits === "done") continue;
      for (const touched of group) put(copy, touched, weighed, placed);
    }
  });
  if (!update) return null;
  const verdict = examine({ doc: openWith(state), nodes: countNodes(now) }, update, limits);
  return { update, state, verdict };
}

function weigh(now: Y.Doc, { base, update }: Fork): Weighed {
  const index = (doc: Y.Doc) => new Map(blocksIn(doc).map((block) => [block.key, block]));
  const forked = index(openWith(base, update));
  const before = index(openWith(base));
  const order = inOrder([...before.keys()], [...forked.keys()]);
  return { base: before, fork: forked, now: index(now), merged: index(openWith(Y.encodeStateAsUpdate(now), update)), order, groups: groupsOf(order, before, forked) };
}

/** The blocks of both, those that went behind the one that stood before them. */
function inOrder(before: string[], after: string[]): string[] {
  const stays = new Set(after);
  const gone = new Map<string, string[]>();
  let last = "";
  for (const key of before) {
    if (stays.has(key)) last = key;
    else gone.set(last, [...(gone.get(last) ?? []), key]);
  }
  return [...(gone.get("") ?? []), ...after.flatMap((key) => [key, ...(gone.get(key) ?? [])])];
}

/** Touched blocks that stand together; two that only changed each stand alone. A block that is cut in two is a change and an addition. */
function groupsOf(order: string[], before: Map<string, TopBlock>, after: Map<string, TopBlock>): Touched[][] {
  const groups: Touched[][] = [];
  let last: Touched["kind"] | null = null;
  for (const key of order) {
    const [old, now] = [before.get(key), after.get(key)];
    const kind = !old ? "added" : !now ? "removed" : isSame(old.json, now.json) ? null : "changed";
    if (kind && (last === null || (last === "changed" && kind === "changed"))) groups.push([{ kind, key }]);
    else if (kind) groups.at(-1)!.push({ kind, key });
    last = kind;
  }
  return groups;
}

const isSame = (one: ContentNode, other: ContentNode) => JSON.stringify(one) === JSON.stringify(other);

function judge(group: Touched[], { base, fork, now, merged }: Weighed): Omit<ProposalPart, "key"> {
  const blocks = (from: Map<string, TopBlock>, left: Touched["kind"]): ContentNode => ({ type: "doc", content: group.flatMap(({ kind, key }) => (kind === left ? [] : (from.get(key)?.json ?? []))) });
  const changed = group.filter(({ kind }) => kind === "changed");
  const isLost = changed.some(({ key }) => !now.has(key)) || group.some(({ kind, key }) => kind !== "removed" && !nodeOf((kind === "added" ? fork : merged).get(key)?.json ?? { type: "" }));
  if (isLost) return { state: "gone", comparison: compareTexts(blocks(base, "added"), blocks(fork, "removed")) };
  const came: ContentNode = { type: "doc", content: group.flatMap(({ kind, key }) => (kind === "removed" ? [] : [(kind === "added" ? fork : merged).get(key)!.json])) };
  const comparison = compareTexts(blocks(now, "added"), came);
  const stands = group.filter(({ kind, key }) => kind !== "added" && now.has(key));
  const isDone = group.every(({ kind, key }) => kind !== "added" && (!now.has(key) || (kind === "changed" && isSame(now.get(key)!.json, merged.get(key)!.json))));
  if (isDone) return { state: "done", comparison };
  return { state: stands.every(({ key }) => isSame(now.get(key)!.json, base.get(key)!.json)) ? "fits" : "moved_on", comparison };
}

function put(copy: Y.Doc, { kind, key }: Touched, weighed: Weighed, placed: Map<string, Y.XmlElement>): void {
  const body = copy.getXmlFragment(bodyField);
  const here = () => body.toArray().filter((one) => one instanceof Y.XmlElement);
  const find = (wanted: string) => placed.get(wanted) ?? here().find((one) => keyOf(one) === wanted);
  if (kind === "removed") {
    const at = here().findIndex((one) => keyOf(one) === key);
    if (at >= 0) body.delete(at, 1);
    return;
  }
  if (kind === "changed") return bring(copy, find(key)!, weighed.merged.get(key)!.element);
  const { json } = weighed.fork.get(key)!;
  const element = new Y.XmlElement(json.type);
  body.insert(placeFor(key, weighed.order, here(), find), [element]);
  write(copy, element, nodeOf(json)!);
  placed.set(key, element);
}

/** Behind the nearest block before it that is there, else before the nearest one after it, else at the end. */
function placeFor(key: string, order: string[], here: Y.XmlElement[], find: (key: string) => Y.XmlElement | undefined): number {
  const at = order.indexOf(key);
  for (let before = at - 1; before >= 0; before -= 1) {
    const element = find(order[before]!);
    if (element) return here.indexOf(element) + 1;
  }
  for (let after = at + 1; after < order.length; after += 1) {
    const element = find(order[after]!);
    if (element) return here.indexOf(element);
  }
  return here.length;
}
