import { createRandom, type Random } from "./random";
import { nameOf, textOf, titleOf } from "./words";

/** How much to make. */
export interface LoadSize {
  people: number;
  messages: number;
  /** By default one for every fifty people. */
  groups?: number;
  /** Another number makes other people: a second load beside the first. */
  seed?: number;
}

/** A fact before it has its number; `stream` null stands in the log alone. */
export interface LoadFact {
  type: string;
  at: number;
  actor: string;
  role: string | null;
  space: string | null;
  group: string | null;
  object: { kind: string; id: string } | null;
  stream: string | null;
  data: Record<string, string | number | null>;
}

/** Rows as they go into the database; moments in milliseconds. */
export interface Load {
  organisation: { id: string; name: string };
  people: { id: string; actor: string; signInName: string; name: string; at: number }[];
  spaces: { id: string; slug: string; name: string; at: number }[];
  groups: { id: string; space: string; name: string; at: number }[];
  spaceMembers: { id: string; space: string; person: string; name: string; at: number }[];
  groupMembers: { id: string; group: string; person: string; at: number }[];
  discussions: { id: string; space: string; group: string; kind: "conversation" | "question"; title: string; author: string; messages: number; last: number; at: number }[];
  messages: { id: string; discussion: string; group: string; number: number; author: string; text: string; at: number }[];
  readingPositions: { person: string; discussion: string; upTo: number; at: number }[];
  facts: LoadFact[];
}

const day = 86_400_000;
/** Over how long it all happened. */
const span = 180 * day;
const groupsPerSpace = 10;
const messagesPerDiscussion = 20;

/**
 * Makes up people, leerplekken, groups and conversations, the same for the same size and seed.
 * @param until the moment up to which it all happened
 */
export function planLoad(size: LoadSize, until: Date): Load {
  const random = createRandom(size.seed ?? 1);
  const from = until.getTime() - span;
  const groupCount = Math.max(1, size.groups ?? Math.ceil(size.people / 50));
  const tag = size.seed ?? 1;
  const load: Load = { organisation: { id: random.uuid(), name: `Lading ${tag} (voorbeeld)` }, people: [], spaces: [], groups: [], spaceMembers: [], groupMembers: [], discussions: [], messages: [], readingPositions: [], facts: [] };
  for (let index = 0; index < size.people; index += 1) {
    const one = { id: random.uuid(), actor: random.uuid(), signInName: `lading-${tag}-${index + 1}`, name: nameOf(random, index), at: from + random.below(10 * day) };
    load.people.push(one);
    load.facts.push({ ...nowhere, type: "accounts.account-made", at: one.at, actor: one.actor, data: { device: "own" } });
  }
  for (let index = 0; index < Math.ceil(groupCount / groupsPerSpace); index += 1) {
    const one = { id: random.uuid(), slug: `lading-${tag}-${index + 1}`, name: `Lading ${tag}, leerplek ${index + 1}`, at: from + 10 * day };
    load.spaces.push(one);
    load.facts.push({ ...inSpace(one.id), type: "space.started", at: one.at, actor: load.people[0]!.actor, role: "space_steward", data: { visibility: "public", joining: "open" } });
  }
  for (let index = 0; index < groupCount; index += 1) {
    const one = { id: random.uuid(), space: load.spaces[index % load.spaces.length]!.id, name: `Groep ${index + 1}`, at: from + 11 * day };
    load.groups.push(one);
    load.facts.push({ ...inGroup(one), type: "group.made", at: one.at, actor: load.people[0]!.actor, role: "space_steward", data: { visibility: "public", joining: "open" } });
  }
  const members = fillGroups(load, random, from + 12 * day);
  fillConversations(load, random, members, size.messages, until.getTime());
  load.facts.sort((a, b) => a.at - b.at);
  return load;
}

type Member = { id: string; actor: string };
const nowhere = { role: null, space: null, group: null, object: null, stream: null };
const inSpace = (space: string) => ({ ...nowhere, space, stream: `space:${space}` });
const inGroup = (group: { id: string; space: string }) => ({ ...nowhere, space: group.space, group: group.id, stream: `group:${group.id}` });

/** Everybody is in one to four groups; the first groups are the largest, and none is empty. The first person, who runs it all, is in every leerplek. */
function fillGroups(load: Load, random: Random, at: number): Map<string, Member[]> {
  const members = new Map<string, Member[]>(load.groups.map(({ id }) => [id, []]));
  load.people.forEach((person, place) => {
    const first = load.groups[place % load.groups.length]!;
    const others = Array.from({ length: random.below(4) }, () => load.groups[Math.floor(random.next() ** 2 * load.groups.length)]!);
    const memberships = new Map<string, string>();
    let joined = at + random.below(5 * day);
    const joinSpace = (space: string) => {
      const id = memberships.get(space) ?? random.uuid();
      if (memberships.has(space)) return id;
      memberships.set(space, id);
      load.spaceMembers.push({ id, space, person: person.id, name: person.name, at: joined });
      load.facts.push({ ...inSpace(space), ...joins(id), type: "space.member-joined" });
      return id;
    };
    const joins = (id: string) => ({ at: joined, actor: person.actor, role: "resident", object: { kind: "member", id }, data: { how: "open" } });
    if (place === 0) for (const { id } of load.spaces) joinSpace(id);
    for (const group of new Set([first, ...others])) {
      const membership = joinSpace(group.space);
      load.groupMembers.push({ id: random.uuid(), group: group.id, person: person.id, at: joined });
      load.facts.push({ ...inGroup(group), ...joins(membership), type: "group.member-joined" });
      members.get(group.id)!.push({ id: person.id, actor: person.actor });
      joined += 60_000;
    }
  });
  return members;
}

function fillConversations(load: Load, random: Random, members: Map<string, Member[]>, messages: number, until: number): void {
  const peopled = load.groups.filter(({ id }) => members.get(id)!.length > 0);
  const begin = until - span + 18 * day;
  for (let left = messages; left > 0; ) {
    const group = peopled[Math.floor(random.next() ** 1.5 * peopled.length)]!;
    const here = members.get(group.id)!;
    const count = Math.min(left, 1 + Math.floor(-Math.log(1 - random.next()) * messagesPerDiscussion));
    left -= count;
    const at = begin + random.below(until - begin - 2 * day);
    const apart = (until - at) / (count + 1);
    const author = random.pick(here);
    const kind = random.next() < 0.2 ? ("question" as const) : ("conversation" as const);
    const discussion = { id: random.uuid(), space: group.space, group: group.id, kind, title: titleOf(random, kind === "question"), author: author.actor, messages: count, last: at, at };
    load.discussions.push(discussion);
    load.facts.push({ ...inGroup(group), type: kind === "question" ? "question.asked" : "discussion.started", at, actor: author.actor, role: "resident", object: { kind: "discussion", id: discussion.id }, data: {} });
    const read = new Map<string, { upTo: number; at: number }>();
    for (let number = 1; number <= count; number += 1) {
      const by = number === 1 ? author : random.pick(here);
      const posted = Math.floor(at + (number - 1) * apart);
      const id = random.uuid();
      load.messages.push({ id, discussion: discussion.id, group: group.id, number, author: by.actor, text: textOf(random), at: posted });
      const data = { discussion: discussion.id, number, discussionKind: kind, replyTo: null };
      load.facts.push({ ...inGroup(group), type: "discussion.message-posted", at: posted, actor: by.actor, role: "resident", object: { kind: "message", id }, data });
      read.set(by.id, { upTo: number, at: posted });
      discussion.last = posted;
    }
    for (const [person, position] of read) load.readingPositions.push({ person, discussion: discussion.id, ...position });
  }
}
