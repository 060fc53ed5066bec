import { expect, type Page } from "@playwright/test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunningServer } from "./fixtures";

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** The letters to an address that left the house: without SMTP they lie as files in the folder `mail` of its data. */
export function lettersTo(server: RunningServer, address: string): Letter[] {
  const folder = join(server.dataDir, "mail");
  if (!existsSync(folder)) return [];
  const letters = readdirSync(folder).map((name) => openLetter(readFileSync(join(folder, name), "utf8")));
  return letters.filter(({ to }) => to === address);
}

/** The first letter to an address with these words in its subject, as soon as it lies there. */
export async function awaitLetter(server: RunningServer, address: string, subject: string): Promise<Letter> {
  const find = () => lettersTo(server, address).find((letter) => letter.subject.includes(subject));
  await expect.poll(() => find() !== undefined, { message: `a letter to ${address}: ${subject}`, timeout: 30_000 }).toBe(true);
  return find()!;
}

/** The link in a letter. */
export function linkIn(letter: Letter): string {
  const link = /https?:\/\/\S+/.exec(letter.text)?.[0];
  if (!link) throw new Error(`no link in:\n${letter.text}`);
  return link;
}

/** Gives the account of who is signed in on this page an address, and confirms it by the letter. */
export async function giveEmail(page: Page, server: RunningServer, password: string, address: string): Promise<void> {
  await page.goto("/ik/e-mail");
  await page.getByLabel("Nieuw e-mailadres").fill(address);
  await page.getByLabel("Je wachtwoord van nu").first().fill(password);
  await page.getByRole("button", { name: "Stuur mij de link" }).click();
  await expect(page.getByText(`We wachten tot je de link gebruikt in de mail naar ${address}.`).first()).toBeVisible();
  await page.goto(linkIn(await awaitLetter(server, address, "Is dit jouw e-mailadres?")));
  await page.getByRole("button", { name: "Ja, dit is mijn adres" }).click();
  await expect(page.getByText("Je e-mailadres is bevestigd")).toBeVisible();
}

function openLetter(raw: string): Letter {
  const end = raw.indexOf("\n\n");
  const head = raw.slice(0, end).replace(/\n[ \t]+/g, " ");
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  const decode = { base64: (text: string) => Buffer.from(text, "base64").toString("utf8"), "quoted-printable": fromQuotedPrintable };
  const encoding = field("Content-Transfer-Encoding").toLowerCase();
  const body = raw.slice(end + 2);
  return {
    to: field("To").replace(/^.*<|>$/g, ""),
    subject: field("Subject").replace(/=\?UTF-8\?([QB])\?(.*?)\?=\s?/gi, (_all, kind: string, text: string) => (kind.toUpperCase() === "B" ? decode.base64(text) : fromQuotedPrintable(text.replaceAll("_", " ")))),
    text: encoding in decode ? decode[encoding as keyof typeof decode](body) : body,
  };
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
