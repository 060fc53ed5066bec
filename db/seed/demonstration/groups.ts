import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { spaceMembership } from "#db/schema/index";
import type { DemoGroup, DemoMember, DemoSpace } from "#db/seed/regions/demonstration";
import { acceptInvitation, admitToGroup, askToJoin, decideOnRequest, invitePeople, joinGroup, makeGroup } from "~/features/groups/index.server";
import { chooseLevel, chooseMail } from "~/features/notifications/index.server";
import { admitToSpace } from "~/features/spaces/index.server";
import { openHours, preparedAt, stewardOf } from "./spaces";
import { days, earliest, hours, latest, minutes, type Stage, type Step } from "./stage";

/** When somebody came into a group: as told, but before they first write there and not before the doors are open. */
export function joinedAt(stage: Stage, space: DemoSpace, group: DemoGroup, member: DemoMember): Date {
  const own = space.discussions.filter((one) => one.group === group.key).flatMap(({ messages }) => messages.filter(({ by }) => by === member.person));
  const told = stage.at(member.joined);
  const inTime = own.length > 0 ? earliest(told, minutes(stage.at(own[0]!), -30)) : told;
  return latest(inTime, minutes(openHours(stage, space).from, 2));
}

/** When each person first took part in a leerplek. */
export function firstJoined(stage: Stage, space: DemoSpace): Map<string, Date> {
  const first = new Map<string, Date>();
  for (const group of space.groups) {
    for (const member of group.members) {
      const at = joinedAt(stage, space, group, member);
      first.set(member.person, earliest(at, first.get(member.person) ?? at));
    }
    for (const { person, asked } of group.requests) if (!first.has(person)) first.set(person, stage.at(asked));
  }
  return first;
}

/** Makes the groups, lets people in the way each came, and leaves the requests that still wait. */
export function groupSteps(stage: Stage, space: DemoSpace): Step[] {
  const steps: Step[] = [];
  for (const group of space.groups) {
    const groupId = stage.id("group", space.key, group.key);
    const joins = group.members.map((member) => joinedAt(stage, space, group, member));
    const talk = space.discussions.filter((one) => one.group === group.key).map((one) => stage.at(one.messages[0]!));
    const made = latest(minutes(earliest(...joins, ...talk, stage.today), -60), days(preparedAt(stage, space), 7));
    const { name, description, visibility, joining } = group;
    steps.push({
      at: made,
      what: `${space.key}: group ${group.key}`,
      act: () => makeGroup(stage.as(stewardOf(space)), { id: groupId, spaceId: stage.id("space", space.key), name, description, visibility, joining }),
    });
    group.members.forEach((member, place) => steps.push(...joinSteps(stage, space, group, member, joins[place]!)));
    steps.push(...hearingSteps(stage, group, groupId, joins));
    for (const { person, text, asked } of group.requests) {
      steps.push({
        at: stage.at(asked),
        what: `${person} asks to join ${group.key}`,
        act: () => askToJoin(stage.as(person), { groupId, text, shownName: stage.player(person).name, agree: "yes" }),
      });
    }
  }
  return steps;
}

/** The first member wants to hear of everything in the group; the last, without an address, from the facilitator. */
function hearingSteps(stage: Stage, { key, members }: DemoGroup, groupId: string, joins: Date[]): Step[] {
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last || first === last) return [];
  const steps: Step[] = [{ at: minutes(joins[0]!, 1), what: `${first.person} follows ${key}`, act: () => chooseLevel(stage.as(first.person), { kind: "group", id: groupId, level: "all" }) }];
  const written = stage.demo.people.some((one) => one.key === last.person && one.email);
  if (!written) steps.push({ at: minutes(joins.at(-1)!, 1), what: `${last.person} wants to be told`, act: () => chooseMail(stage.as(last.person), { rhythm: "told" }) });
  return steps;
}

function joinSteps(stage: Stage, space: DemoSpace, group: DemoGroup, member: DemoMember, at: Date): Step[] {
  const groupId = stage.id("group", space.key, group.key);
  const spaceId = stage.id("space", space.key);
  const { person } = member;
  const shownName = stage.player(person).name;
  const by = member.by ?? stewardOf(space);
  const what = `${space.key}: ${person} into ${group.key}`;
  const after = { at, what: `${what}: how they are shown`, act: () => showAs(stage, spaceId, member) };
  if (member.how === "open") {
    const nameForEveryone = member.nameForEveryone ? ("yes" as const) : undefined;
    return [{ at, what, act: () => joinGroup(stage.as(person), { groupId, shownName, agree: "yes", nameForEveryone }) }, after];
  }
  if (member.how === "approved") {
    const asked = latest(hours(at, -3), minutes(openHours(stage, space).from, 1));
    let requestId = "";
    return [
      { at: asked, what: `${what}: asks`, act: async () => void ({ requestId } = await askToJoin(stage.as(person), { groupId, shownName, agree: "yes" })) },
      { at, what: `${what}: ${by} says yes`, act: () => decideOnRequest(stage.as(by), { decision: "accept", requestId }) },
      after,
    ];
  }
  if (member.how === "appointed") return [{ at, what, act: () => takePlace(stage, { spaceId, groupId, person, by }) }];
  return [
    {
      at,
      what,
      act: async () => {
        const { codes } = await invitePeople(stage.as(by), { batch: randomUUID(), spaceId, groupId, count: 1 });
        await acceptInvitation(stage.as(person), { code: codes[0], shownName, agree: "yes" });
      },
    },
    after,
  ];
}

/** Staff come into a group with their task: nobody asks them, and no form does it. */
async function takePlace(stage: Stage, given: { spaceId: string; groupId: string; person: string; by: string }): Promise<void> {
  const { spaceId, groupId } = given;
  const person = stage.player(given.person);
  const byActor = stage.player(given.by).actorId;
  await stage.write(stage.as(given.by), async (ctx, fact) => {
    const membership = await admitToSpace(ctx, { spaceId, person, shownName: person.name, how: "appointed", byActor }, fact);
    await admitToGroup(ctx, { group: { id: groupId, spaceId }, person, membershipId: membership.id, how: "appointed", byActor }, fact);
  });
}

/** What people choose about themselves on a page of their own. */
async function showAs(stage: Stage, spaceId: string, { person, audience, nameForEveryone }: DemoMember): Promise<void> {
  if (!audience && !nameForEveryone) return;
  await stage.db
    .update(spaceMembership)
    .set({ ...(audience ? { audience } : {}), ...(nameForEveryone ? { nameForEveryone } : {}) })
    .where(and(eq(spaceMembership.spaceId, spaceId), eq(spaceMembership.personId, stage.player(person).personId)));
}
