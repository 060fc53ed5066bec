import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server";
import { makeDiscussion } from "#db/factories/make-discussion";
import { groupMembership, person } from "#db/schema/index";
import { postMessage } from "~/features/discussions/index.server";
import { makeScene, newMessage } from "~/features/discussions/test/scene";
import { handleFacts } from "~/platform/fact-handlers.server";
import { testHouse, type TestHouse } from "~/platform/test/test-house";
import { chooseLevel, deliverMail, gatherNews } from "../../index.server";
import type { Post } from "../../deliver-mail.server";

type Letter = Omit<Parameters<Post>[0], "replyTo"> & { replyTo: { address: string } };

/** Jef, who hears everything by mail, and the letter about what Noor wrote, which he can answer. */
export async function makeAnswers(database: Database, given: { house?: TestHouse } = {}) {
  const house = given.house ?? testHouse(database, { env: { REPLY_DOMAIN: "antwoord.example", MAIL_IN: "file:///nowhere" } });
  const scene = await makeScene(database, { house, group: { visibility: "members", joining: "request", name: "De buurtbus" } });
  const { as, jef, noor, group, discussion } = scene;
  await database.db.update(person).set({ email: "jef@post.example", emailConfirmedAt: house.now() }).where(eq(person.id, jef.id));
  await database.db.update(groupMembership).set({ joinedAt: house.now() }).where(eq(groupMembership.personId, jef.id));
  await chooseLevel(await as(jef), { kind: "group", id: group.id, level: "all" });
  const letters: Letter[] = [];
  const post: Post = async (letter) => void letters.push(letter as Letter);
  let day = Date.parse("2025-11-21T07:00:00Z");
  const nextLetter = async (about: { id: string }[] = [discussion]): Promise<Letter> => {
    for (const one of about) await postMessage(await as(noor), newMessage(one, "Wie wil er mee?"));
    while ((await handleFacts(house)) > 0);
    house.setNow(new Date(day));
    day += 86_400_000;
    await gatherNews(house);
    await deliverMail(house, post);
    return letters.at(-1)!;
  };
  return {
    ...scene,
    letters,
    post,
    letter: await nextLetter(),
    nextLetter,
    letterAboutTwo: async () => {
      const other = await makeDiscussion(database.db, { group, authorActor: noor.actorId, title: "De wandeling", createdAt: house.now(), lastMessageAt: house.now() });
      return { letter: await nextLetter([discussion, other]), other };
    },
  };
}

/** A plain mail as somebody's program sends it. */
export function mailOf(given: { to: string; text: string; from?: string; id?: string; head?: string; attachment?: boolean }): Buffer {
  const { to, text, from = "jef@post.example", id = "1", head, attachment } = given;
  const lines = [`From: Jef <${from}>`, `To: ${to}`, "Subject: Re: nieuws", `Message-ID: <${id}@post.example>`, ...(head ? [head] : []), "MIME-Version: 1.0"];
  const part = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text];
  const file = ["Content-Type: application/pdf; name=plan.pdf", "Content-Disposition: attachment; filename=plan.pdf", "Content-Transfer-Encoding: base64", "", "JVBERi0="];
  const body = attachment ? ["Content-Type: multipart/mixed; boundary=xx", "", "--xx", ...part, "--xx", ...file, "--xx--"] : part;
  return Buffer.from([...lines, ...body, ""].join("\r\n"));
}
