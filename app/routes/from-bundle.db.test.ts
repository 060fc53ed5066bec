import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { activity, experiment, link } from "#db/schema/index";
import { makeDiscussion } from "#db/factories/make-discussion";
import { useDatabase } from "#db/test/use-database";
import { newActivity } from "~/features/activities/test/scene";
import { makeBundle } from "~/features/discussions/index.server";
import { makeScene, newExperiment, type Scene } from "~/features/experiments/test/scene";
import type { Ctx } from "~/platform/ctx.server";
import type { LoadContext } from "~/platform/load-context.server";
import * as planDoor from "./activiteiten.nieuw";
import * as startDoor from "./experimenten.nieuw";

const home = useDatabase();

async function makeQuestions(): Promise<{ scene: Scene; bundle: string }> {
  const scene = await makeScene(home.database);
  const question = await makeDiscussion(home.database.db, { group: scene.group, authorActor: scene.noor.actorId, kind: "question" });
  const { id } = await makeBundle(await scene.as(scene.fatima), { id: randomUUID(), spaceId: scene.space.id, title: "Hoe plan ik een rit?", questions: [question.id] });
  return { scene, bundle: id };
}

/** Arguments of a loader or action as the http door makes them. */
function args(ctx: Ctx, path: string, form?: Record<string, string>) {
  const context: LoadContext = { ctx, session: null, calm: false, nonce: "", markup: new Map(), requestId: "", reads: [], setCookie: () => undefined, room: () => Promise.resolve() };
  const body = form ? new URLSearchParams(form) : undefined;
  return { request: new Request(`${ctx.house.publicUrl}${path}`, { method: body ? "POST" : "GET", body }), params: {}, context } as never;
}
const plain = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
const statusOf = (work: Promise<unknown>) => work.then(() => 200, (answer: Response) => answer.status);

it.each([
  ["experiment", startDoor, newExperiment, experiment],
  ["activity", planDoor, newActivity, activity],
] as const)("starts an %s from learning questions in one step, once, and everyone who asked is told once", async (kind, door, make, table) => {
  const { scene, bundle } = await makeQuestions();
  const path = `/nieuw?bundel=${bundle}`;
  expect(await door.loader(args(await scene.as(scene.fatima), path))).toMatchObject({ form: { groups: [{ id: scene.group.id }] } });
  const sent = plain(make(scene.group.id));
  for (let again = 0; again < 2; again++) {
    const answer = (await door.action(args(await scene.as(scene.fatima), path, sent))) as Response;
    expect([answer.status, answer.headers.get("Location")?.endsWith(sent["id"]!)]).toEqual([302, true]);
  }
  expect(await home.database.db.select().from(table)).toHaveLength(1);
  expect(await home.database.db.select().from(link)).toMatchObject([{ fromKind: "bundle", fromId: bundle, toKind: kind, toId: sent["id"] }]);
  const told = scene.house.published.filter(({ type }) => type === "question.bundle-led-to");
  expect(told.map(({ data }) => [data.toKind, data.toId, data.people])).toEqual([[kind, sent["id"], 1]]);
});

it("leaves nothing behind where the bundle refuses", async () => {
  const { scene, bundle } = await makeQuestions();
  const path = `/nieuw?bundel=${bundle}`;
  for (const door of [startDoor, planDoor]) {
    expect(await statusOf(door.loader(args(await scene.as(scene.noor), path)))).toBe(403);
    const sent = plain(door === startDoor ? newExperiment(scene.group.id) : newActivity(scene.group.id));
    expect(await door.action(args(await scene.as(scene.noor), path, sent))).toMatchObject({ data: { refusal: { code: "forbidden" } } });
    expect(await statusOf(door.loader(args(await scene.as(scene.fatima), "/nieuw?bundel=geen-id")))).toBe(404);
    expect(await statusOf(door.loader(args(await scene.as(scene.fatima), `/nieuw?bundel=${randomUUID()}`)))).toBe(404);
    expect(await statusOf(door.loader(args(await scene.as(scene.fatima), "/nieuw")))).toBe(404);
    // Without an account: to sign in, and back here.
    expect(await statusOf(door.loader(args(await scene.as(null), path)))).toBe(302);
  }
  expect(await home.database.db.select().from(experiment)).toEqual([]);
  expect(await home.database.db.select().from(activity)).toEqual([]);
  expect(await home.database.db.select().from(link)).toEqual([]);
});

it("keeps what was typed when a field is refused", async () => {
  const { scene } = await makeQuestions();
  const sent: Record<string, string> = { ...plain(newActivity(scene.group.id)), date: "2024-01-01" };
  const answer = await planDoor.action(args(await scene.as(scene.fatima), `/nieuw?leerplek=${scene.space.slug}`, sent));
  expect(answer).toMatchObject({ data: { refusal: { code: "invalid_input", fields: { date: "not_valid" }, values: { title: sent["title"], id: sent["id"] } } }, init: { status: 422 } });
});
