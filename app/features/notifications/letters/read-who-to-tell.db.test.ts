import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeSpace } from "#db/factories/make-space";
import { groupMembership, person, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { markRead, postMessage } from "~/features/discussions/index.server";
import { makeScene, newMessage, refusal } from "~/features/discussions/test/scene";
import { chooseMail, readWhoToTell } from "../index.server";

const home = useDatabase();

/** Jef has no address and asked to be told; there is something new for him here and in a leerplek that Fatima has no part in. */
async function makeTelling() {
  const { db } = home.database;
  const scene = await makeScene(home.database, { group: { visibility: "members", joining: "request", name: "De buurtbus" } });
  const { as, noor, jef, discussion } = scene;
  const elsewhere = await makeSpace(db, { name: "Rondkomen" });
  const group = await makeGroup(db, { spaceId: elsewhere.id, name: "Elders" });
  await makeGroupMembership(db, { group, personId: jef.id, shownName: "Jozef" });
  const other = await makeDiscussion(db, { group, authorActor: noor.actorId, title: "Over geld" });
  await makeMessages(db, { discussion: other, authorActor: noor.actorId, texts: ["Dag"] });
  await chooseMail(await as(jef), { rhythm: "told" });
  scene.house.setNow(new Date(Date.now() + 60_000));
  for (const text of ["Een", "Twee"]) await postMessage(await as(noor), newMessage(discussion, text));
  return { ...scene, asked: async (who: typeof jef | null) => readWhoToTell(await as(who), { slug: scene.space.slug }) };
}

test("a facilitator sees who asked, and of each what is not read: titles and numbers of this leerplek alone", async () => {
  const { fatima, jef, as, discussion, asked } = await makeTelling();
  const people = await asked(fatima);
  expect(people).toEqual([
    { membershipId: expect.any(String) as string, shownName: "Jef", conversations: [{ id: discussion.id, title: discussion.title, href: `/gesprekken/${discussion.id}`, group: "De buurtbus", unread: 2 }] },
  ]);
  for (const never of [jef.id, jef.actorId, jef.signInName, "Over geld", "Elders", "Jozef", "Twee"]) expect(JSON.stringify(people)).not.toContain(never);
  await markRead(await as(jef), { discussion: discussion.id, ranges: [[1, 2]] });
  expect((await asked(fatima))[0]!.conversations).toEqual([]);
});

test("who does not help people along here does not know of the list", async () => {
  const { noor, stranger, asked } = await makeTelling();
  expect([await refusal(asked(noor)), await refusal(asked(stranger)), await refusal(asked(null))]).toEqual(["not_found", "not_found", "not_found"]);
});

test("who takes it back, gives an address or leaves is on it no more; of a group that somebody left nothing is shown", async () => {
  const { db } = home.database;
  const { fatima, jef, as, asked } = await makeTelling();
  await db.update(groupMembership).set({ endedAt: new Date(), endedBecause: "left" }).where(eq(groupMembership.personId, jef.id));
  expect((await asked(fatima)).map((one) => one.conversations)).toEqual([[]]);
  await chooseMail(await as(jef), { rhythm: "never" });
  expect(await asked(fatima)).toEqual([]);
  await chooseMail(await as(jef), { rhythm: "told" });
  await db.update(person).set({ email: "jef@post.example", emailConfirmedAt: new Date() }).where(eq(person.id, jef.id));
  expect(await asked(fatima)).toEqual([]);
  await db.update(person).set({ email: null, emailConfirmedAt: null }).where(eq(person.id, jef.id));
  expect(await asked(fatima)).toHaveLength(1);
  await db.update(spaceMembership).set({ leftAt: new Date(), leftBecause: "left" }).where(eq(spaceMembership.personId, jef.id));
  expect(await asked(fatima)).toEqual([]);
});
