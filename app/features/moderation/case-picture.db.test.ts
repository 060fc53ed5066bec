import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { addPicture, editMessage, postMessage, removeMessage } from "~/features/discussions/index.server";
import { photo } from "~/platform/pictures/test/files";
import { readCase, readCasePicture, reportThing } from "./index.server";
import { makeDesk, refusal } from "./test/make-desk";

const home = useDatabase();

/** Noor posts a picture in a closed group, and Jef reports it. */
async function reported() {
  const desk = await makeDesk(home.database, { closed: true });
  const ctx = await desk.as(desk.noor);
  const { id } = await addPicture(ctx, { discussion: desk.discussion.id, file: await photo() });
  const { row } = await postMessage(ctx, { id: randomUUID(), discussion: desk.discussion.id, text: "Lach maar", picture: { id, alt: "Iemand die struikelt" } });
  await reportThing(await desk.as(desk.jef), desk.report(row.id));
  const one = await desk.caseOf(row.id);
  const looks = async (person: typeof desk.mia | null) => refusal(readCasePicture(await desk.as(person), one.id).then(({ read }) => read()));
  return { ...desk, row, one, looks };
}

test("who handles a case sees the picture that was reported, also in a closed group and when it is hidden; nobody else does by that way", async () => {
  const { one, as, mia, dirk, noor, jef, outsider, wanda, looks, decide, row } = await reported();
  const seen = await readCase(await as(mia), one.id);
  expect(seen.evidence.text).toBe("Lach maar\n\nFoto: Iemand die struikelt");
  expect(seen.now).toMatchObject({ picture: true, changed: false, state: "visible" });
  for (const person of [mia, dirk]) expect(await looks(person)).toBe("done");
  for (const person of [noor, jef, outsider, wanda, null]) expect(["done"]).not.toContain(await looks(person));
  await decide(mia, { measure: "hide" }, row.id);
  expect(await looks(mia)).toBe("done");
});

test("what is said of it in another language of the desk is no change; what its author changes or takes back is", async () => {
  const { one, as, mia, noor, row, looks } = await reported();
  expect((await readCase({ ...(await as(mia)), language: "fr" }, one.id)).now).toMatchObject({ changed: false });
  await editMessage(await as(noor), { id: row.id, text: "Lach maar", alt: "Niets bijzonders", rev: row.rev });
  expect((await readCase(await as(mia), one.id)).now).toMatchObject({ changed: true, picture: true });
  await removeMessage(await as(noor), { id: row.id });
  expect((await readCase(await as(mia), one.id)).now).toMatchObject({ picture: false });
  expect(await looks(mia)).toBe("not_found");
});
