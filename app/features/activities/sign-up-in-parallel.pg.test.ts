import { expect, test } from "vitest";
import { activitySignUp, fact as factTable } from "#db/schema/index";
import { makeActivity } from "#db/factories/make-activity";
import { makeGroupMembership } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { useDatabase } from "#db/test/use-database";
import { AppError } from "~/platform/codes";
import { changeActivity, signOff, signUp } from "./index.server";
import { detailsOf, makeScene, signUpFor } from "./test/scene";

const home = useDatabase();

/** As a browser does that is told to come back: the same again, until a slow machine has room. */
async function persist<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "busy") throw error;
    }
  }
}

// A hundred people in line for one row take their time where other work is under way.
test("fifty people at once for ten places: ten come, forty wait, nobody twice; whoever signs off makes room for the first in line", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const { id } = await makeActivity(db, { group: scene.group, places: 10 });
  const people = [];
  for (let n = 0; n < 50; n++) {
    const person = await makePerson(db);
    await makeGroupMembership(db, { group: scene.group, personId: person.id });
    people.push(person);
  }
  const contexts = await Promise.all(people.map((person) => scene.as(person)));
  // Every one of them sends the form twice, as an impatient finger does.
  const sent = contexts.map(() => signUpFor(id));
  const answers = await Promise.all(contexts.flatMap((ctx, n) => [0, 1].map(() => persist(() => signUp(ctx, sent[n])))));
  const rows = await db.select().from(activitySignUp);
  expect(rows).toHaveLength(50);
  expect(rows.filter(({ state }) => state === "signed_up")).toHaveLength(10);
  expect(rows.filter(({ state }) => state === "waiting")).toHaveLength(40);
  expect(answers.filter(({ state }) => state === "signed_up")).toHaveLength(20);
  const numbers = (await db.select().from(factTable)).filter(({ type }) => type === "activity.places-changed");
  expect(numbers).toHaveLength(50);
  expect(Math.max(...numbers.map(({ data }) => data.signedUp as number))).toBe(10);

  const inLine = rows.filter(({ state }) => state === "waiting").sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const leaving = people.filter(({ id: personId }) => rows.some((row) => row.personId === personId && row.state === "signed_up")).slice(0, 4);
  const fatima = await scene.as(scene.fatima);
  const grow = () => changeActivity(fatima, { id, rev: 1, ...detailsOf({ places: "12" }) });
  const leave = (await Promise.all(leaving.map((person) => scene.as(person)))).map((ctx) => () => signOff(ctx, { activityId: id }));
  await Promise.all([grow, ...leave].map((send) => persist<unknown>(send)));
  const after = new Map((await db.select().from(activitySignUp)).map((row) => [row.id, row.state]));
  expect([...after.values()].filter((state) => state === "signed_up")).toHaveLength(12);
  // Four left and two places came: the first six in line are in, in whatever order those five commits fell.
  expect(inLine.map(({ id: row }) => after.get(row))).toEqual([...Array<string>(6).fill("signed_up"), ...Array<string>(34).fill("waiting")]);
}, 60_000);
