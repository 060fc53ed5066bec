import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { afterEach, expect, test } from "vitest";
import { message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { makeAnswers, mailOf } from "~/features/notifications/replies/test/answers";
import { AppError } from "~/platform/codes";
import { limits } from "~/platform/limits";
import { startMailboxServer } from "../test/mailbox-server";
import { listenSmtp } from "./listen-smtp";
import { openMailIn } from "./open-mail-in";
import { mailboxDoor } from "./poll-mailbox";
import { folderDoor } from "./read-folder";

const home = useDatabase();
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Jef with a letter to answer, what he has posted, and a database that can be out of reach. */
async function makeScene() {
  const scene = await makeAnswers(home.database);
  const consume = scene.house.limiter.consume;
  return {
    ...scene,
    to: scene.letter.replyTo.address,
    posted: async () => (await home.database.db.select({ text: message.text }).from(message).where(eq(message.authorActor, scene.jef.actorId)).orderBy(message.number)).map((one) => one.text),
    away: (is: boolean) => void (scene.house.limiter.consume = is ? async () => Promise.reject(new AppError("unavailable")) : consume),
    later: (minutes: number) => scene.house.setNow(new Date(scene.house.now().getTime() + minutes * 60_000)),
  };
}

test("a folder: what is answered is posted and goes, what was sent elsewhere stays aside, what cannot be taken now stays until it can", async () => {
  const { house, to, posted, away, later } = await makeScene();
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-mail-in-"));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const round = folderDoor(house, folder);
  writeFileSync(join(folder, "a.eml"), mailOf({ to, text: "Ik ook." }));
  writeFileSync(join(folder, "b.eml"), mailOf({ to: "iemand@elders.example", text: "Dag." }));
  writeFileSync(join(folder, "c.tmp"), "half");
  away(true);
  expect([await round(), await posted(), readdirSync(folder).sort()]).toEqual([1, [], ["a.eml", "b.eml.other", "c.tmp"]]);
  away(false);
  // It does not hurry a house that is in trouble.
  expect([await round(), await posted()]).toEqual([0, []]);
  later(2);
  expect([await round(), await posted(), readdirSync(folder).sort()]).toEqual([1, ["Ik ook."], ["b.eml.other", "c.tmp"]]);
});

test("a mailbox: new mails are posted and removed, others are marked as read and left", async () => {
  const { house, to, posted } = await makeScene();
  const box = await startMailboxServer();
  closing.push(box.close);
  box.put(mailOf({ to, text: "Eén" }));
  box.put(mailOf({ to: "iemand@elders.example", text: "Reclame", id: "2" }));
  box.put(mailOf({ to, text: "Twee", id: "3" }));
  const round = mailboxDoor(house, new URL(box.url));
  expect([await round(), await posted()]).toEqual([3, ["Eén", "Twee"]]);
  expect(box.mails.map(({ uid, flags }) => [uid, [...flags]])).toEqual([[2, ["\\Seen"]]]);
  expect([await round(), await posted()]).toEqual([0, ["Eén", "Twee"]]);
});

test("a mailbox: whatever breaks between taking and posting, or between posting and removing, each mail is posted once", async () => {
  const { house, to, posted, away, later } = await makeScene();
  const box = await startMailboxServer();
  closing.push(box.close);
  box.put(mailOf({ to, text: "Eén" }));
  const round = mailboxDoor(house, new URL(box.url));
  away(true);
  expect([await round(), await posted(), box.mails.length]).toEqual([0, [], 1]);
  away(false);
  later(2);
  // Posted, and cut off before it was removed.
  box.hangUpAt(/^UID STORE/);
  await expect(round()).rejects.toThrow();
  expect([await posted(), box.mails.length]).toEqual([["Eén"], 1]);
  box.hangUpAt(null);
  expect([await round(), await posted(), box.mails.length]).toEqual([1, ["Eén"], 0]);
  expect(box.said.filter((one) => one.startsWith("UID FETCH")).every((one) => one.includes("BODY.PEEK"))).toBe(true);
});

test("a mailbox that refuses or is not there fails its round, and the next one works", async () => {
  const { house, to, posted } = await makeScene();
  const box = await startMailboxServer();
  closing.push(box.close);
  box.put(mailOf({ to, text: "Eén" }));
  await expect(mailboxDoor(house, new URL(box.url.replace("geheim", "fout")))()).rejects.toThrow();
  expect(await posted()).toEqual([]);
  expect(await mailboxDoor(house, new URL(box.url))()).toBe(1);
  await expect(mailboxDoor(house, new URL("imap://a:b@127.0.0.1:9/INBOX"))()).rejects.toThrow();
});

async function makeSmtp() {
  const scene = await makeScene();
  const door = await listenSmtp(scene.house, { host: "127.0.0.1", port: 0 });
  const transport = createTransport({ host: "127.0.0.1", port: door.port, ignoreTLS: true });
  closing.push(door.stop, () => transport.close());
  const send = async (given: { to: string | string[]; raw: Buffer; from?: string }) =>
    transport.sendMail({ envelope: { from: given.from ?? "jef@post.example", to: given.to }, raw: given.raw }).then(
      () => 250,
      (error: { responseCode?: number }) => error.responseCode ?? 0,
    );
  return { ...scene, send, door };
}

test("a port of our own: an answer is taken when it is posted, also when the head names somebody else; sent again it stays one", async () => {
  const { send, to, posted } = await makeSmtp();
  const raw = mailOf({ to: "undisclosed-recipients:;", text: "Ik ook." });
  expect([await send({ to, raw }), await send({ to, raw })]).toEqual([250, 250]);
  expect(await posted()).toEqual(["Ik ook."]);
});

test("a port of our own passes nothing on, and takes nothing that is too large or that it cannot post now", async () => {
  const { send, to, posted, away, house } = await makeSmtp();
  const raw = mailOf({ to, text: "Ik ook." });
  for (const elsewhere of ["iemand@elders.example", "antwoord@elders.example", "iemand@antwoord.example", `${to}.elders.example`, `"${to}"@elders.example`, `@antwoord.example:iemand@elders.example`]) expect([elsewhere, [501, 550].includes(await send({ to: elsewhere, raw }))]).toEqual([elsewhere, true]);
  expect(await send({ to, raw: Buffer.concat([raw, Buffer.alloc(limits.mailBytes + 1, "a\r\n")]) })).toBe(552);
  away(true);
  expect(await send({ to, raw })).toBe(451);
  expect(await posted()).toEqual([]);
  away(false);
  house.limiter.consumeKey = async () => Promise.reject(new AppError("too_many"));
  expect([await send({ to, raw }), await posted()]).toEqual([451, []]);
});

test("a port of our own takes mail about mail and forgets it", async () => {
  const { send, to, posted } = await makeSmtp();
  expect([await send({ to, from: "", raw: mailOf({ to, text: "Ik ben weg." }) }), await posted()]).toEqual([250, []]);
});

test("a port of our own asks for no password, offers no encryption that is none, and outlives nonsense", async () => {
  const { door, send, to, posted } = await makeSmtp();
  const heard = await new Promise<string>((resolve) => {
    let all = "";
    const lines = ["EHLO x", "AUTH PLAIN AGEAYg==", "STARTTLS", "\0\xff", "DATA", "RCPT TO:<a@b>", "QUIT"];
    const socket = createConnection(door.port, "127.0.0.1");
    socket.setEncoding("latin1").on("close", () => resolve(all)).on("error", () => resolve(all));
    socket.on("data", (chunk) => {
      all += String(chunk);
      if (/^\d{3} .*\r\n$/m.test(String(chunk)) && lines.length > 0) socket.write(`${lines.shift()}\r\n`);
    });
  });
  expect(heard).not.toMatch(/^250[- ](AUTH|STARTTLS)/m);
  expect(heard.match(/^50\d/gm)!.length).toBeGreaterThanOrEqual(3);
  expect([await send({ to, raw: mailOf({ to, text: "Ik ook." }) }), await posted()]).toEqual([250, ["Ik ook."]]);
});

test("the configuration opens its door, and a port that is taken stops the start with a sentence", async () => {
  const { house, door } = await makeSmtp();
  const withDoor = (MAIL_IN: string | undefined) => openMailIn({ ...house, env: { ...house.env, MAIL_IN } });
  await expect(withDoor(`smtp://127.0.0.1:${door.port}`)).rejects.toThrow(/MAIL_IN names 127\.0\.0\.1:\d+, which this machine cannot listen on \(EADDRINUSE\)/);
  for (const one of [undefined, "smtp://127.0.0.1:0", `file://${house.dataDir}/mail-in`]) await (await withDoor(one)).stop();
});
