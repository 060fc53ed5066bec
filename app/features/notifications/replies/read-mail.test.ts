import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { ownWords } from "./own-words";
import { readMail } from "./read-mail.server";

const folder = join(import.meta.dirname, "test", "mails");
const read = (name: string) => readMail({ raw: readFileSync(join(folder, `${name}.eml`)) }, "antwoord.example");
const token = "k".repeat(20) + "7".repeat(20);

/** What each of these mails says in its writer's own words. */
const said: Record<string, string> = {
  "outlook-desktop-nl": "Ik kan zaterdag rijden, maar pas vanaf 10 uur. Wie heeft er nog plaats nodig? Café De Zwaan is een goede opstapplaats.\n\nMet vriendelijke groeten\n\nJef Vermeulen",
  "outlook-web-nl": "Ja, ik doe mee!\n\nGroetjes\nJef",
  "outlook-web-fr": "Je suis là samedi, à condition qu'il y ait de la place.",
  "outlook-ios-nl": "Goed idee. Mijn buurvrouw komt ook mee.",
  "outlook-android-en": "I can drive on Saturday.",
  "outlook-html-only-nl": "Zaterdag is goed voor mij – ik breng koffie mee.\n\nWie komt er nog?",
  "gmail-web-nl": "Dat is een goed voorstel. Ik heb het ook aan mijn buren gevraagd en zij vinden het fijn als de bus om tien uur vertrekt.\n\nWie heeft er een sleutel van de zaal?",
  "gmail-web-fr": "Oui, je viens.",
  "gmail-android-en": "Count me in 👍",
  "gmail-signature-nl": "Ik neem de kinderen mee.",
  "apple-iphone-nl": "Ik ben er zaterdag bij",
  "apple-iphone-photo-nl": "Kijk, zo ziet de halte er nu uit.",
  "apple-mac-fr": "Bonjour à tous,\n\nje peux conduire samedi.",
  "apple-ipad-html-only-en": "Sounds good, see you there",
  "thunderbird-below-nl": "Ik schrijf onder de mail, zo doe ik dat altijd.\nZaterdag kan ik niet, zondag wel.",
  "thunderbird-above-nl": "Zondag past mij beter.\n\n- om 10 uur\n- of om 14 uur",
  "thunderbird-fr": "Très bien pour moi, et pour ma sœur aussi.",
  "telenet-webmail-nl": "Ik rijd mee tot aan het station.",
  "proximus-webmail-nl": "Voor mij is het goed.\nGroeten, Jef",
  "samsung-mail-nl": "Ik breng mijn zoon mee, mag dat?",
  "yahoo-android-nl": "Ik kom met de fiets.",
  "k9-no-quote-nl": "Ik ben er ook.",
  "only-quote-nl": "",
};
const automatic = ["out-of-office-nl", "absence-without-header-fr", "bounce"];

test.each(Object.entries(said))("%s", async (name, text) => {
  const mail = await read(name);
  expect(mail).toMatchObject({ ours: true, tokens: [token], from: "jef@post.example", automatic: false, attachments: name.includes("photo") ? 1 : 0 });
  expect(mail.text).toBe(text);
});

test.each(Object.entries(said))("%s: without our line, the quote is found by how the program introduces it", async (name, text) => {
  const mail = await simpleParser(readFileSync(join(folder, `${name}.eml`)), { skipTextToHtml: true });
  expect(ownWords(mail.text ?? "", [])).toBe(text);
});

test("there is a text for every mail of the folder", () => {
  expect(readdirSync(folder).map((file) => file.replace(".eml", "")).sort()).toEqual([...Object.keys(said), ...automatic].sort());
});

test.each(automatic)("%s is seen to be written by a program", async (name) => {
  expect((await read(name)).automatic).toBe(true);
});

test.each([
  ["Auto-Submitted: auto-replied", true], ["Auto-Submitted: no", false], ["Precedence: bulk", true], ["Precedence: first-class", false], ["List-Id: <x.example>", true], ["X-Autoreply: yes", true], ["Return-Path: <>", true], ["Return-Path: <jef@post.example>", false],
])("with %s it is written by a program: %s", async (line, is) => {
  const raw = Buffer.from(`${line}\r\nFrom: jef@post.example\r\nTo: antwoord@antwoord.example\r\n\r\nDag\r\n`);
  expect((await readMail({ raw }, "antwoord.example")).automatic).toBe(is);
});

test("an empty sender of the envelope is a program; what the envelope says goes where the head says nothing", async () => {
  const raw = Buffer.from("From: jef@post.example\r\nTo: iemand@elders.example\r\n\r\nDag\r\n");
  const to = [`antwoord+${token}@antwoord.example`];
  expect(await readMail({ raw, envelope: { from: "", to } }, "antwoord.example")).toMatchObject({ automatic: true, tokens: [token] });
  expect(await readMail({ raw, envelope: { from: "jef@post.example", to } }, "antwoord.example")).toMatchObject({ automatic: false, tokens: [token] });
  expect(await readMail({ raw }, "antwoord.example")).toMatchObject({ ours: false, tokens: [] });
});

test.each([
  `antwoord+${token}@antwoord.example.evil.be`, `antwoord+${token}@antwoordXexample`, `antwoord+${token.slice(1)}@antwoord.example`, `xantwoord+${token}@antwoord.example`,
])("%s is no address of ours", async (address) => {
  const mail = await readMail({ raw: Buffer.from(`From: jef@post.example\r\nTo: ${address}\r\n\r\nDag\r\n`) }, "antwoord.example");
  expect(mail.tokens).toEqual([]);
});

test("of two writers, or none, nobody is believed", async () => {
  const from = async (line: string) => (await readMail({ raw: Buffer.from(`${line}To: antwoord@antwoord.example\r\n\r\nDag\r\n`) }, "antwoord.example")).from;
  expect(await from("From: a@post.example, b@post.example\r\n")).toBeNull();
  expect(await from("")).toBeNull();
  expect(await from("From: A <A@Post.Example>\r\n")).toBe("a@post.example");
});

test("whatever bytes come in, they are read without failing", async () => {
  const nested = Array.from({ length: 400 }, (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\r\n\r\n--b${index}\r\n`).join("");
  for (const raw of ["", "\0\0\0", "From:\r\nTo:\r\n", nested, "Content-Type: text/html\r\n\r\n" + "<div>".repeat(20_000), "Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe", "Content-Transfer-Encoding: base64\r\n\r\n====="]) {
    expect((await readMail({ raw: Buffer.from(raw, "latin1") }, "antwoord.example")).ours).toBe(false);
  }
});
