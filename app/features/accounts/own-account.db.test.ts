import { expect, it } from "vitest";
import { draft, mailOutbox, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { AppError } from "~/platform/codes";
import { makeCtx } from "~/platform/ctx.server";
import { testHouse } from "~/platform/test/test-house";
import {
  changeMailLanguage,
  changeName,
  changePassword,
  collectDownload,
  confirmEmail,
  downloadFile,
  dropDraft,
  keepDraft,
  readAccount,
  readDraft,
  rescueDraft,
  resolveActor,
  setEmail,
  signIn,
  signOut,
} from "./index.server";
import { cookieHeader, ctxWithCookies, goodPassword, newAccount } from "./test/act-as";

const home = useDatabase();
const codeOf = (attempt: Promise<unknown>) => attempt.then(() => "done", (error: AppError) => error.code);
const linkIn = (body: string) => /link=([\w-]{43})\n/.exec(body)![1]!;
const place = "discussion:0b0e7c1a-9b1f-4b53-9c0e-4f8f6f0d0a01";

it("changes the name that a next leerplek proposes and the language of mails", async () => {
  const house = testHouse(home.database);
  const { ctx } = await newAccount(house);
  await changeName(ctx, { name: " Nona " });
  await changeMailLanguage(ctx, { language: "fr" });
  expect(await readAccount(ctx)).toMatchObject({ name: "Nona", mailLanguage: "fr" });
  expect(await codeOf(changeName(ctx, { name: "a\u202eb" }))).toBe("invalid_input");
  expect(await codeOf(changeName(makeCtx(house), { name: "X" }))).toBe("sign_in");
});

it("changes the password of who knows it, and signs the other devices out", async () => {
  const house = testHouse(home.database);
  const made = await newAccount(house);
  const other = cookieHeader((await signIn(makeCtx(house), { name: made.signInName, password: goodPassword })).setCookies);
  expect(await codeOf(changePassword(made.ctx, { currentPassword: "verkeerd-1", password: "acht-Andere-Appels" }))).toBe("wrong_sign_in");
  expect(await codeOf(changePassword(made.ctx, { currentPassword: goodPassword, password: made.signInName }))).toBe("weak_password");
  await changePassword(made.ctx, { currentPassword: goodPassword, password: "acht-Andere-Appels" });
  expect((await resolveActor(house, other)).session).toBeNull();
  expect((await resolveActor(house, made.cookies)).session).not.toBeNull();
  expect(await codeOf(signIn(makeCtx(house), { name: made.signInName, password: "acht-Andere-Appels" }))).toBe("done");
});

it("of two who change the password at once lets one through", async () => {
  const house = testHouse(home.database);
  const { ctx } = await newAccount(house);
  const answers = await Promise.all(["een", "twee"].map((word) => codeOf(changePassword(ctx, { currentPassword: goodPassword, password: `acht-Andere-${word}` }))));
  expect(answers.sort()).toEqual(["done", "wrong_sign_in"]);
});

it("takes four words of the list with capitals and dashes too", async () => {
  const house = testHouse(home.database);
  const { proposePassphrase } = await import("./index.server");
  const words = proposePassphrase();
  const { signInName } = await newAccount(house, { password: words });
  const typed = words.split(" ").map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" - ");
  expect(await codeOf(signIn(makeCtx(house), { name: signInName, password: ` ${typed} ` }))).toBe("done");
  expect(await codeOf(signIn(makeCtx(house), { name: signInName, password: words.split(" ").slice(0, 3).join(" ") }))).toBe("wrong_sign_in");
});

it("keeps the old address until the link in the mail to the new one is used, and tells the old one", async () => {
  const house = testHouse(home.database);
  const { ctx } = await newAccount(house);
  await house.database.db.update(person).set({ email: "oud@voorbeeld.be", emailConfirmedAt: house.now() });
  expect(await codeOf(setEmail(ctx, { email: "nieuw@voorbeeld.be", currentPassword: "verkeerd-1" }))).toBe("wrong_sign_in");
  await setEmail(ctx, { email: "Nieuw@Voorbeeld.be", currentPassword: goodPassword });
  expect(await readAccount(ctx)).toMatchObject({ email: "oud@voorbeeld.be", emailAsked: "nieuw@voorbeeld.be" });
  const [letter] = await house.database.db.select().from(mailOutbox);
  const link = linkIn(letter!.body);
  await confirmEmail(makeCtx(house), { link });
  expect(await readAccount(ctx)).toMatchObject({ email: "nieuw@voorbeeld.be", emailAsked: null });
  expect(await codeOf(confirmEmail(makeCtx(house), { link }))).toBe("code_used");
  const letters = await house.database.db.select().from(mailOutbox);
  expect(letters.map(({ address, kind }) => ({ address, kind }))).toContainEqual({ address: "oud@voorbeeld.be", kind: "accounts.email_replaced" });
  await setEmail(ctx, { email: "", currentPassword: goodPassword });
  expect(await readAccount(ctx)).toMatchObject({ email: null });
});

it("gives an address to the first who proves it, and says so only to who holds the mailbox", async () => {
  const house = testHouse(home.database);
  const people = [await newAccount(house), await newAccount(house, { name: "Iemand" })];
  for (const { ctx } of people) await setEmail(ctx, { email: "samen@voorbeeld.be", currentPassword: goodPassword });
  const links = (await house.database.db.select().from(mailOutbox)).map(({ body }) => linkIn(body));
  const answers = [];
  for (const link of links) answers.push(await codeOf(confirmEmail(makeCtx(house), { link })));
  expect(answers).toEqual(["done", "email_taken"]);
});

it.each(["a@b.be\r\nBcc: iedereen@voorbeeld.be", "a@b.be\nX: y", "\"a\r\n\"@b.be", "a@b.be,c@d.be", "a b@c.be", "<a@b.be>", `${"a".repeat(250)}@b.be`])(
  "takes no address that could carry a second one: %j",
  async (email) => {
    const house = testHouse(home.database);
    const { ctx } = await newAccount(house);
    expect(await codeOf(setEmail(ctx, { email, currentPassword: goodPassword }))).toBe("invalid_input");
    expect(await house.database.db.select().from(mailOutbox)).toEqual([]);
  },
);

it("keeps a draft for its writer alone, for a day", async () => {
  const house = testHouse(home.database);
  const [writer, other] = [await newAccount(house), await newAccount(house, { name: "Iemand" })];
  await keepDraft(writer.ctx, { place, text: "Ik zou graag leren" });
  await keepDraft(writer.ctx, { place, text: "Ik zou graag leren naaien" });
  expect(await readDraft(writer.ctx, place)).toBe("Ik zou graag leren naaien");
  expect(await readDraft(other.ctx, place)).toBeNull();
  expect(await readDraft(makeCtx(house), place)).toBeNull();
  expect(await codeOf(keepDraft(makeCtx(house), { place, text: "x" }))).toBe("sign_in");
  await dropDraft(other.ctx, place);
  house.setNow(new Date(house.now().getTime() + 86_400_000));
  expect(await readDraft({ ...writer.ctx, now: house.now() }, place)).toBeNull();
  await keepDraft(writer.ctx, { place, text: "  " });
  expect(await house.database.db.select().from(draft)).toEqual([]);
});

it("keeps what a plain form brought too late, for whoever's session it was, within a day and never after signing out", async () => {
  const house = testHouse(home.database);
  const writer = await newAccount(house, { device: "shared" });
  const late = () => makeCtx(house);
  house.setNow(new Date(house.now().getTime() + 3_600_000));
  expect((await resolveActor(house, writer.cookies)).session).toBeNull();
  for (const cookies of [null, "leerhoek_session=%", `leerhoek_session=${"a".repeat(40)}`]) expect(await rescueDraft(late(), cookies, { place, text: "Van iemand anders" })).toBe(false);
  expect(await rescueDraft(late(), writer.cookies, { place, text: "Ik was nog aan het typen" })).toBe(true);
  const back = await ctxWithCookies(house, cookieHeader((await signIn(makeCtx(house), { name: writer.signInName, password: goodPassword })).setCookies));
  expect(await readDraft(back, place)).toBe("Ik was nog aan het typen");
  const left = cookieHeader((await signIn(makeCtx(house), { name: writer.signInName, password: goodPassword })).setCookies);
  await signOut(await ctxWithCookies(house, left), {});
  expect(await rescueDraft(late(), left, { place, text: "Na het afmelden" })).toBe(false);
  house.setNow(new Date(house.now().getTime() + 86_400_000));
  expect(await rescueDraft(late(), writer.cookies, { place, text: "Een dag later" })).toBe(false);
});

it("gives everything it keeps about somebody as a page and as a file, without what opens the account", async () => {
  const house = testHouse(home.database);
  const { ctx, signInName } = await newAccount(house, { label: "Firefox · Linux" });
  const parts = await collectDownload(ctx);
  expect(parts.map(({ key }) => key)).toEqual(expect.arrayContaining(["account", "devices"]));
  const file = await downloadFile(parts, house.now());
  expect(JSON.parse(file)).toMatchObject({ account: [{ signInName, name: "Noor Vandewalle", email: null }], devices: [{ label: "Firefox · Linux", device: "own" }] });
  expect(file).not.toMatch(/argon2|[0-9a-f]{64}/);
  expect(await codeOf(collectDownload(makeCtx(house)))).toBe("sign_in");
});
