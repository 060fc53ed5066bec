import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { keepDraft, readDraft } from "~/features/accounts/index.server";
import { postPictureByForm, readPicture, readPictureForm, type PictureAnswer } from "../index.server";
import { draftPlace } from "../views";
import { makeScene, refusal, type Scene } from "../test/scene";
import { photo } from "~/platform/pictures/test/files";

const home = useDatabase();
const rowsOf = (id: string) => home.database.db.select().from(message).where(eq(message.discussionId, id));
const alt = "De kerktoren in de mist";

/** As a browser sends the form: the file, under the name that it has on the device, stands between the fields. */
function formOf(fields: Record<string, string>, file?: { bytes: Uint8Array; name?: string; type?: string }): Request {
  const form = new FormData();
  const { text = "", alt: said = alt, ...rest } = fields;
  for (const [name, value] of Object.entries({ intent: "send", id: randomUUID(), ...rest })) form.set(name, value);
  form.set("picture", file ? new File([new Uint8Array(file.bytes)], file.name ?? "IMG_1.jpg", { type: file.type ?? "image/jpeg" }) : new File([], ""));
  form.set("alt", said);
  form.set("text", text);
  return new Request("http://127.0.0.1:3000/", { method: "POST", body: form });
}

async function send(scene: Scene, request: Request, person = scene.noor): Promise<string | PictureAnswer> {
  return postPictureByForm(await scene.as(person), scene.discussion.id, request);
}

test("a form with a picture and what is to be seen posts a message; without more words these are its words", async () => {
  const scene = await makeScene(home.database);
  await keepDraft(await scene.as(scene.noor), { place: draftPlace(scene.discussion.id), text: "Half" });
  expect(await send(scene, formOf({}, { bytes: await photo(), name: "../../keys/root; a=\"b\".svg", type: "image/svg+xml" }))).toBe(`/gesprekken/${scene.discussion.id}?vanaf=1#bericht-1`);
  expect(await send(scene, formOf({ text: "Kijk eens" }, { bytes: await photo(80, 60) }))).toContain("#bericht-2");
  expect((await rowsOf(scene.discussion.id)).sort((a, b) => a.number - b.number).map((one) => [one.text, one.picture?.alt])).toEqual([[alt, alt], ["Kijk eens", alt]]);
  expect(await readDraft(await scene.as(scene.noor), draftPlace(scene.discussion.id))).toBe(null);
});

test("what is wrong is said per field, with what was typed; a picture that was right need not be chosen again", async () => {
  const scene = await makeScene(home.database);
  const empty = (await send(scene, formOf({ alt: "", text: "Kijk" }))) as PictureAnswer;
  expect([empty.refusal?.fields, empty.values.text, empty.picture]).toEqual([{ picture: "required", alt: "required" }, "Kijk", null]);

  const half = (await send(scene, formOf({ alt: " ", text: "Kijk" }, { bytes: await photo() }))) as PictureAnswer;
  expect([half.refusal?.fields, half.picture]).toEqual([{ alt: "required" }, { id: expect.any(String), width: 300, height: 400 }]);
  const { id } = half.picture!;
  expect(await refusal(readPicture(await scene.as(scene.noor), { id, size: "small" }))).toBe("accepted");
  expect(await send(scene, formOf({ brought: id, text: "Kijk" }))).toContain("#bericht-1");
  expect((await rowsOf(scene.discussion.id))[0]!.picture).toMatchObject({ id, alt });

  for (const [bytes, code] of [[Buffer.from("<svg/>"), "picture_kind"], [(await photo()).subarray(0, 300), "picture_damaged"], [Buffer.alloc(10 * 1024 * 1024 + 1, 0xff), "picture_too_large"], [Buffer.alloc(14 * 1024 * 1024), "picture_too_large"]] as const) {
    const refused = (await send(scene, formOf({ text: "Nog eens" }, { bytes }))) as PictureAnswer;
    expect([refused.refusal?.code, refused.refusal?.fields, refused.values.text, refused.values.alt]).toEqual([code, { picture: code }, "Nog eens", alt]);
  }
  const long = (await send(scene, formOf({ alt: "x".repeat(301) }, { bytes: await photo() }))) as PictureAnswer;
  expect(long.refusal?.fields).toEqual({ alt: "too_long" });
  expect(await rowsOf(scene.discussion.id)).toHaveLength(1);
});

test("sent twice, and two at once, it stands there once; sent again from the page before with another picture it is another message", async () => {
  const scene = await makeScene(home.database);
  const id = randomUUID();
  const bytes = await photo();
  const answers = await Promise.all([send(scene, formOf({ id }, { bytes })), send(scene, formOf({ id }, { bytes }))]);
  expect([...answers, await send(scene, formOf({ id }, { bytes }))]).toEqual(Array.from({ length: 3 }, () => expect.stringContaining("#bericht-1")));
  expect(await send(scene, formOf({ id }, { bytes: await photo(90, 40) }))).toContain("#bericht-2");
  expect(await rowsOf(scene.discussion.id)).toHaveLength(2);
});

test("from the conversation's page comes what was written so far, also without a picture", async () => {
  const scene = await makeScene(home.database);
  const plain = new Request("http://127.0.0.1:3000/", { method: "POST", body: new URLSearchParams({ intent: "post", id: "", text: "Al begonnen", replyTo: "" }) });
  expect(await send(scene, plain)).toEqual({ values: { id: "", text: "Al begonnen", alt: "", replyTo: "" }, picture: null });
  expect(await rowsOf(scene.discussion.id)).toEqual([]);
});

test("who may not write there is refused before a byte is read, and sees no form; nobody uses what another brought", async () => {
  const scene = await makeScene(home.database);
  let read = 0;
  const body = new ReadableStream({ pull: (stream) => ((read += 1), stream.enqueue(new Uint8Array(1024))) }, { highWaterMark: 0 });
  const endless = new Request("http://127.0.0.1:3000/", { method: "POST", body, duplex: "half", headers: { "Content-Type": "multipart/form-data; boundary=x" } } as RequestInit);
  expect(await refusal(send(scene, endless, scene.stranger))).toBe("join_group");
  expect(read).toBe(0);
  expect(await refusal(readPictureForm(await scene.as(null), { id: scene.discussion.id }))).toBe("sign_in");
  expect(await refusal(readPictureForm(await scene.as(scene.stranger), { id: scene.discussion.id }))).toBe("join_group");
  const half = (await send(scene, formOf({ alt: "" }, { bytes: await photo() }))) as PictureAnswer;
  const stolen = (await send(scene, formOf({ brought: half.picture!.id }), scene.jef)) as PictureAnswer;
  expect([stolen.picture, stolen.refusal?.fields]).toEqual([null, { picture: "required" }]);
  expect(await refusal(send(scene, new Request("http://127.0.0.1:3000/", { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } })))).toBe("invalid_input");
  expect(await rowsOf(scene.discussion.id)).toEqual([]);
});
