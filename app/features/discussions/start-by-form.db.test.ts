import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion, message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { photo } from "~/platform/pictures/test/files";
import { readPicture, startByForm, startDiscussion, type StartAnswer } from "./index.server";
import { makeScene, refusal, type Scene } from "./test/scene";

const home = useDatabase();
const alt = "De kerktoren in de mist";

/** As a browser sends the form, whose field for a file is empty when none was chosen. */
function formOf(scene: Scene, fields: Record<string, string>, bytes?: Uint8Array): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries({ id: randomUUID(), kind: "conversation", groupId: scene.group.id, title: "Zondag wandelen?", text: "Wie gaat mee?", ...fields })) form.set(name, value);
  form.set("picture", bytes ? new File([new Uint8Array(bytes)], "IMG_1.jpg", { type: "image/jpeg" }) : new File([], ""));
  return new Request("http://127.0.0.1:3000/", { method: "POST", body: form });
}

const send = async (scene: Scene, request: Request, person: Scene["noor"] | null = scene.noor) => startByForm(await scene.as(person), request);
const firstOf = async (id: string) => (await home.database.db.select().from(message).where(eq(message.discussionId, id)))[0];

test("a conversation, a question and an announcement start with a picture; without more words what is to be seen is said", async () => {
  const scene = await makeScene(home.database);
  for (const [kind, person, text] of [["conversation", scene.noor, "Kijk eens"], ["question", scene.jef, ""], ["announcement", scene.fatima, ""]] as const) {
    const id = randomUUID();
    expect(await send(scene, formOf(scene, { id, kind, text, alt }, await photo()), person)).toBe(`/gesprekken/${id}`);
    const first = (await firstOf(id))!;
    expect([first.text, first.number, first.picture]).toEqual([text || alt, 1, expect.objectContaining({ alt, width: 300, height: 400 })]);
    expect(await refusal(readPicture(await scene.as(null), { id: first.picture!.id, size: "small" }))).toBe("accepted");
  }
});

test("without a picture it starts as before, and a plain form without a file does too", async () => {
  const scene = await makeScene(home.database);
  const id = randomUUID();
  expect(await send(scene, formOf(scene, { id, alt: "" }))).toBe(`/gesprekken/${id}`);
  expect(await firstOf(id)).toMatchObject({ text: "Wie gaat mee?", picture: null });
  const plain = { id: randomUUID(), kind: "question", groupId: scene.group.id, title: "Hoe lees ik een kaart?", text: "" };
  expect(await send(scene, new Request("http://127.0.0.1:3000/", { method: "POST", body: new URLSearchParams(plain) }))).toBe(`/gesprekken/${plain.id}`);
});

test("what is wrong stands at its field, with what was typed; a picture that was right need not be chosen again", async () => {
  const scene = await makeScene(home.database);
  const half = (await send(scene, formOf(scene, { title: "", alt: "" }, await photo()))) as StartAnswer;
  expect([half.refusal!.fields, half.values.text, half.picture]).toEqual([{ title: "too_short", alt: "required" }, "Wie gaat mee?", { id: expect.any(String), width: 300, height: 400 }]);
  const id = randomUUID();
  expect(await send(scene, formOf(scene, { id, brought: half.picture!.id, alt }))).toBe(`/gesprekken/${id}`);
  expect((await firstOf(id))!.picture).toMatchObject({ id: half.picture!.id, alt });

  const empty = (await send(scene, formOf(scene, { text: "" }))) as StartAnswer;
  expect(empty.refusal!.fields).toEqual({ text: "required" });
  const said = (await send(scene, formOf(scene, { alt }))) as StartAnswer;
  expect(said.refusal!.fields).toEqual({ picture: "required" });
  for (const [bytes, code] of [[Buffer.from("<svg/>"), "picture_kind"], [Buffer.alloc(14 * 1024 * 1024), "picture_too_large"]] as const) {
    const refused = (await send(scene, formOf(scene, { alt }, bytes))) as StartAnswer;
    expect([refused.refusal!.code, refused.refusal!.fields, refused.values.title]).toEqual([code, { picture: code }, "Zondag wandelen?"]);
  }
});

test("sent twice, and two at once, it starts once", async () => {
  const scene = await makeScene(home.database);
  const id = randomUUID();
  const bytes = await photo();
  const answers = await Promise.all([send(scene, formOf(scene, { id, alt }, bytes)), send(scene, formOf(scene, { id, alt }, bytes))]);
  expect([...answers, await send(scene, formOf(scene, { id, alt }, bytes))]).toEqual(Array.from({ length: 3 }, () => `/gesprekken/${id}`));
  expect(await home.database.db.select().from(message).where(eq(message.discussionId, id))).toHaveLength(1);
  expect(await home.database.db.select().from(discussion).where(eq(discussion.id, id))).toHaveLength(1);
});

test("without an account nothing is read; who may not start there leaves no picture, and nobody uses what another brought", async () => {
  const scene = await makeScene(home.database);
  let read = 0;
  const body = new ReadableStream({ pull: (stream) => ((read += 1), stream.enqueue(new Uint8Array(1024))) }, { highWaterMark: 0 });
  const endless = new Request("http://127.0.0.1:3000/", { method: "POST", body, duplex: "half", headers: { "Content-Type": "multipart/form-data; boundary=x" } } as RequestInit);
  expect(await refusal(send(scene, endless, null))).toBe("sign_in");
  expect(read).toBe(0);
  const stranger = (await send(scene, formOf(scene, { alt }, await photo()), scene.stranger)) as StartAnswer;
  expect([stranger.refusal!.code, stranger.picture]).toEqual(["join_group", null]);
  const half = (await send(scene, formOf(scene, { alt: "" }, await photo()))) as StartAnswer;
  const given = { id: randomUUID(), groupId: scene.group.id, kind: "conversation", title: "Van een ander", text: "Kijk", picture: { id: half.picture!.id, alt } };
  expect(await refusal(startDiscussion(await scene.as(scene.jef), given))).toBe("not_found");
  const stolen = (await send(scene, formOf(scene, { brought: half.picture!.id, alt }), scene.jef)) as StartAnswer;
  expect([stolen.picture, stolen.refusal!.fields]).toEqual([null, { picture: "required" }]);
});
