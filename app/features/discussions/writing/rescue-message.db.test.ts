import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { cookieNames, hashSecret, readDraft } from "~/features/accounts/index.server";
import { AppError } from "~/platform/codes";
import { actOnDiscussion, orRescueText } from "../index.server";
import { makeScene, newMessage, refusal } from "../test/scene";
import { draftPlace } from "../views";

const home = useDatabase();

/** A closed group, a session of Noor that has run out an hour ago, and a form that came after it. */
async function lateForm(fields: Record<string, string> = {}) {
  const scene = await makeScene(home.database, { group: { visibility: "members", joining: "invitation" } });
  const { house, noor, discussion } = scene;
  const secret = randomBytes(20).toString("hex");
  const ended = new Date(house.now().getTime() - 3_600_000);
  await home.database.db.insert(session).values({ id: hashSecret(secret), personId: noor.id, device: "shared", label: "test", expiresAt: ended, absoluteExpiresAt: ended, createdAt: ended, activeAt: ended });
  const request = (cookie = `${cookieNames(house).session}=${secret}`) => new Request("http://x/", { method: "POST", headers: { cookie } });
  const given = { intent: "post", ...newMessage(discussion, "Ik was nog aan het typen"), ...fields };
  const { discussion: _there, ...form } = given;
  const send = async (as: Request) => {
    const ctx = await scene.as(null);
    return refusal(orRescueText(ctx, as, discussion.id, form.text, () => actOnDiscussion(ctx, discussion.id, form)));
  };
  const draft = async () => readDraft(await scene.as(noor), draftPlace(discussion.id));
  return { scene, request, send, draft };
}

test("a message that a plain form brings after the session ended waits for its writer, also where the conversation is nobody else's business", async () => {
  const { request, send, draft } = await lateForm();
  expect(await send(request())).toBe("session_ended");
  expect(await draft()).toBe("Ik was nog aan het typen");
});

test("nothing is kept for who shows no session of theirs, nor a text that cannot be kept, nor an empty one in the place of another", async () => {
  const { scene, request, send, draft } = await lateForm();
  for (const cookie of ["", `${cookieNames(scene.house).session}=${"b".repeat(40)}`]) expect(await send(request(cookie))).toBe("not_found");
  expect(await draft()).toBeNull();
  await home.database.db.delete(session).where(eq(session.personId, scene.noor.id));
  expect(await send(request())).toBe("not_found");
  for (const text of [" ", "x".repeat(10_001)]) {
    const late = await lateForm({ text });
    expect(await late.send(late.request())).toBe("invalid_input");
    expect(await late.draft()).toBeNull();
  }
});

test("for who is signed in nothing changes", async () => {
  const { scene, request, draft } = await lateForm();
  const ctx = await scene.as(scene.noor);
  const { discussion, ...form } = newMessage(scene.discussion, "Dag");
  expect(await orRescueText(ctx, request(), discussion, form.text, () => actOnDiscussion(ctx, discussion, { intent: "post", ...form }))).toBe(`/gesprekken/${discussion}?vanaf=1#bericht-1`);
  const refused = orRescueText(ctx, request(), discussion, "Dag", () => Promise.reject(new AppError("closed")));
  expect([await refusal(refused), await draft()]).toEqual(["closed", null]);
});
