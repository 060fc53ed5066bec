import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { discussion, message, standing } from "#db/schema/index";
import { makeActivity } from "#db/factories/make-activity";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership, makeSpaceRole } from "#db/factories/make-space";
import { useDatabase } from "#db/test/use-database";
import "~/features/search/index.server";
import "~/features/shell/index.server";
import type { LoadContext } from "~/platform/load-context.server";
import * as print from "~/routes/gesprekken.$discussionId_.afdrukken";
import * as typeIn from "~/routes/groepen.$groupId.intypen";
import * as weekSheet from "~/routes/groepen.$groupId_.weekblad";
import * as calendar from "~/routes/leerplekken.$slug_.activiteiten[.]ics";
import * as feed from "~/routes/leerplekken.$slug_.feed[.]atom";
import { ctxFor, testHouse, type TestHouse } from "../test-house";

/** The doors through which words leave the screen: a feed, a calendar, paper. */
const home = useDatabase({ keep: true });
let house: TestHouse;

const people = ["nobody", "stranger", "in the space", "in the group", "reads along", "suspended", "helper", "facilitator", "moderator", "steward", "administrator"] as const;
type Who = (typeof people)[number];
const made = {} as Record<Exclude<Who, "nobody">, MadePerson>;

/** A leerplek and a group, by who reads them. */
const places = {
  "public, public": { space: "public", group: "public" },
  "public, closed": { space: "public", group: "members" },
  "members, open to the space": { space: "members", group: "public" },
  "members, closed": { space: "members", group: "members" },
} as const;
type Place = keyof typeof places;
const worlds = {} as Record<Place, { slug: string; groupId: string; talkId: string; hiddenId: string }>;

/** Words that everyone may read who reads there, and those that nobody may. */
const shown = ["WoordVanEenLid", "TitelDieErStaat"];
const never = ["WoordVerborgen", "WoordVerwijderd", "TitelVerborgen", "InVerborgenGesprek", "ActiviteitVerborgen"];
const outing = "ActiviteitDieDoorgaat";

beforeAll(async () => {
  house = testHouse(home.database);
  const { db } = home.database;
  for (const who of people) if (who !== "nobody") made[who] = await makePerson(db, who === "administrator" ? { roles: ["administrator"] } : {});
  for (const [name, { space: visibility, group: within }] of Object.entries(places)) {
    const space = await makeSpace(db, { visibility, joining: visibility === "public" ? "open" : "request" });
    const group = await makeGroup(db, { spaceId: space.id, visibility: within, joining: within === "public" ? "open" : "request" });
    await makeSpaceMembership(db, { spaceId: space.id, personId: made["in the space"].id, shownName: "Buur" });
    for (const who of ["in the group", "reads along", "suspended"] as const) await makeGroupMembership(db, { group, personId: made[who].id, shownName: `NaamVan ${who}`, mayWrite: who !== "reads along" });
    await db.insert(standing).values({ personId: made.suspended.id, kind: "suspension", scopeKind: "space", scopeId: space.id });
    for (const [role, who] of [["helper", "helper"], ["facilitator", "facilitator"], ["moderator", "moderator"], ["space_steward", "steward"]] as const) {
      await makeSpaceRole(db, { spaceId: space.id, personId: made[who].id, organisationId: space.organisationId, role, shownName: who });
    }
    const author = { authorActor: made["in the group"].actorId };
    const at = { createdAt: house.now(), lastMessageAt: house.now() };
    const talk = await makeDiscussion(db, { group, ...author, ...at, title: shown[1] });
    const [, hidden, removed] = await makeMessages(db, { discussion: talk, ...author, createdAt: house.now(), texts: [shown[0]!, "WoordVerborgen", "WoordVerwijderd"] });
    await db.update(message).set({ state: "hidden" }).where(eq(message.id, hidden!.id));
    await db.update(message).set({ state: "removed" }).where(eq(message.id, removed!.id));
    const away = await makeDiscussion(db, { group, ...author, ...at, title: "TitelVerborgen" });
    await makeMessages(db, { discussion: away, ...author, createdAt: house.now(), texts: ["InVerborgenGesprek"] });
    await db.update(discussion).set({ moderation: "hidden" }).where(eq(discussion.id, away.id));
    const startsAt = new Date(house.now().getTime() + 86_400_000);
    await makeActivity(db, { group, title: outing, startsAt });
    await makeActivity(db, { group, title: "ActiviteitVerborgen", startsAt, moderation: "hidden" });
    worlds[name as Place] = { slug: space.slug, groupId: group.id, talkId: talk.id, hiddenId: away.id };
  }
}, 120_000);

interface Answer {
  status: number;
  text: string;
}

/** What one person gets at one door: the status, and all that the page is made of. */
async function knock(door: { loader: (args: never) => Promise<unknown> }, who: Who, params: Record<string, string>): Promise<Answer> {
  const ctx = await ctxFor(house, who === "nobody" ? null : made[who].id);
  const context: LoadContext = { ctx, session: null, calm: false, nonce: "", markup: new Map(), requestId: "", reads: [], setCookie: () => undefined, room: () => Promise.resolve() };
  const args = { request: new Request(`${house.publicUrl}/?week=2025-W47`), params, context };
  const answer = await door.loader(args as never).catch((refused: unknown) => refused);
  if (answer instanceof Response) return { status: answer.status, text: await answer.text() };
  if (answer instanceof Error) throw answer;
  return { status: 200, text: JSON.stringify(answer) };
}

/** Who gets in, per place; the others are refused. Suspended members of what everyone reads still read as everyone does. */
const inside: Record<Place, readonly Who[]> = {
  "public, public": people,
  "public, closed": ["in the group", "reads along", "facilitator", "steward"],
  "members, open to the space": ["in the space", "in the group", "reads along", "helper", "facilitator", "moderator", "steward"],
  "members, closed": ["in the group", "reads along", "facilitator", "steward"],
};

test.each(Object.keys(places) as Place[])("on paper, of a group that is %s: only those who read there, and nobody what was hidden or removed", async (place) => {
  const { groupId, talkId, hiddenId } = worlds[place];
  for (const who of people) {
    const may = inside[place].includes(who);
    const printed = await knock(print, who, { discussionId: talkId });
    const week = await knock(weekSheet, who, { groupId });
    expect([who, printed.status === 200, week.status === 200]).toEqual([who, may, may]);
    for (const word of shown) expect([who, printed.text.includes(word), week.text.includes(word)]).toEqual([who, may, may]);
    expect([who, week.text.includes(outing)]).toEqual([who, may]);
    for (const word of never) expect([who, word, printed.text.includes(word), week.text.includes(word)]).toEqual([who, word, false, false]);
    // A hidden conversation is not there; who may not read here is told no more of it than of the others.
    expect([who, (await knock(print, who, { discussionId: hiddenId })).status]).toEqual([who, may ? 404 : printed.status]);
    if (who === "nobody") expect(printed.text + week.text).not.toContain("NaamVan");
  }
});

test.each(Object.keys(places) as Place[])("for programs, of a leerplek and group that are %s: what everyone reads, the same for all, or nothing there", async (place) => {
  const { slug } = worlds[place];
  const [atom, ics] = [await knock(feed, "nobody", { slug }), await knock(calendar, "nobody", { slug })];
  const open = places[place].space === "public";
  const toldOf = place === "public, public";
  expect([atom.status, ics.status]).toEqual(open ? [200, 200] : [404, 404]);
  for (const word of shown) expect([word, atom.text.includes(word)]).toEqual([word, toldOf]);
  expect([atom.text.includes(outing), ics.text.includes(outing)]).toEqual([toldOf, toldOf]);
  for (const word of [...never, "NaamVan"]) expect([word, atom.text.includes(word), ics.text.includes(word)]).toEqual([word, false, false]);
  for (const who of people) expect([who, await knock(feed, who, { slug }), await knock(calendar, who, { slug })]).toEqual([who, atom, ics]);
});

test.each(Object.keys(places) as Place[])("typing in, in a group that is %s: only who runs it sees the form", async (place) => {
  for (const who of people) {
    const { status } = await knock(typeIn, who, { groupId: worlds[place].groupId });
    expect([who, status === 200]).toEqual([who, who === "facilitator" || who === "steward"]);
  }
});
