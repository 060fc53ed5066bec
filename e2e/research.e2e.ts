import type { Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readCsv, readZip } from "../app/features/research/test/read-zip";
import { expect, openContext, openNotice, test } from "./fixtures";
import { joinTheGarden, makeAccount } from "./take-part";

// Who is asked, and how many, counts here: nobody else may take part.
test.use({ serverOf: "research" });

const title = "Wat leren buren van elkaar?";
const desk = "/beheer/studies/wat-leren-buren-van-elkaar";
const sheet = "/studies/wat-leren-buren-van-elkaar";
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Says yes or no to the study, also for what was before. */
async function answer(page: Page, word: "Ja, dat mag" | "Nee, liever niet"): Promise<void> {
  await page.goto(sheet);
  const again = page.getByText("Wil je iets anders kiezen?");
  if (await again.isVisible()) await again.click();
  await page.getByRole("radio", { name: "Ook wat ik hier vroeger deed" }).check();
  await page.getByRole("button", { name: word }).click();
  await expect(page.getByText("We bewaarden je antwoord.")).toBeVisible();
}

/** Answers for an organisation, from the notice that asks for it. */
async function answerFor(page: Page, organisation: string): Promise<void> {
  await openNotice(page, "Een studie wil gegevens uit een leerplek van jouw organisatie.");
  await expect(page.getByRole("heading", { name: `Antwoord namens ${organisation}` })).toBeVisible();
  await page.getByRole("button", { name: "Ja, wij doen mee" }).click();
  await expect(page.getByText("Gelukt.")).toBeVisible();
  await expect(page.getByText(`${organisation}: zei ja`)).toBeVisible();
}

/** Asks for a release and waits for what becomes of it. */
async function release(page: Page, number: number, outcome: RegExp): Promise<void> {
  await page.goto(desk);
  await page.getByRole("button", { name: "Vraag een levering" }).click();
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: `Levering ${number}`, exact: true }) });
  await expect(card).toContainText(/Staat klaar om te maken|We maken de levering: \d+ %|Klaar:|Niet gemaakt/);
  await expect(async () => {
    await page.goto(desk);
    await expect(card).toContainText(outcome, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

/** Downloads the newest release that can be fetched and opens it. */
async function fetchFiles(page: Page): Promise<Map<string, Buffer>> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Haal het bestand op" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^wat-leren-buren-van-elkaar-\d{4}-\d\d-\d\d-r\d+\.zip$/);
  const zip = readFileSync(await download.path());
  await page.getByText("Controlegetal (SHA-256)").first().click();
  await expect(page.getByText(sha256(zip))).toBeVisible();
  return readZip(zip);
}

/** What holds for every release: checksums, one schema, no small group, nothing that somebody wrote or is called. */
function expectSound(files: Map<string, Buffer>): Record<"people" | "events" | "withdrawn", Record<string, string>[]> & { suppressed: Record<string, number> } {
  const file = (path: string) => files.get(path) ?? Buffer.from(`no ${path}`);
  expect([...files.keys()].sort()).toEqual(["MANIFEST.sha256", "README.md", "codebook.csv", "data/events.csv", "data/participants.csv", "datapackage.json", "suppression_report.json", "withdrawn.csv"]);
  const manifest = file("MANIFEST.sha256").toString().trim().split("\n").map((line) => line.split("  ") as [string, string]);
  expect(manifest.map(([, path]) => path).sort()).toEqual([...files.keys()].filter((path) => path !== "MANIFEST.sha256").sort());
  for (const [sum, path] of manifest) expect(sha256(file(path)), path).toBe(sum);

  const people = readCsv(file("data/participants.csv"));
  const events = readCsv(file("data/events.csv"));
  const described = JSON.parse(file("datapackage.json").toString()) as { resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string }[] } }[] };
  for (const { path, bytes, hash, schema } of described.resources) {
    expect([bytes, hash], path).toEqual([file(path).length, `sha256:${sha256(file(path))}`]);
    expect(file(path).toString().split("\r\n")[0], path).toBe(schema.fields.map(({ name }) => name).join(","));
  }
  for (const person of people) expect(events.filter((row) => row.person === person.person)).toHaveLength(Number(person.events));
  expect(new Set(events.map((row) => row.person))).toEqual(new Set(people.map((row) => row.person)));
  const cells = new Map<string, Set<string>>();
  for (const { person, area, role, audience } of events) {
    const cell = [area, role, audience].join("|");
    cells.set(cell, (cells.get(cell) ?? new Set()).add(person!));
  }
  for (const [cell, among] of cells) expect(among.size, cell).toBeGreaterThanOrEqual(5);
  const codebook = readCsv(file("codebook.csv"));
  for (const type of new Set(events.map((row) => row.type))) expect(codebook.some((row) => row.what === "type" && row.name === type), type).toBe(true);
  expect(file("README.md").toString()).toContain("Welke bescherming er nog niet is");
  for (const [path, bytes] of files) expect(bytes.toString("latin1"), path).not.toMatch(/\(voorbeeld\)|Eierschalen|proefstreek|Bo van de beek|[0-9a-f]{8}-[0-9a-f]{4}-/);
  return { people, events, withdrawn: readCsv(file("withdrawn.csv")), suppressed: JSON.parse(file("suppression_report.json").toString()) as Record<string, number> };
}

test("a study is guarded, agreed to by organisations and people, released, and left again", async ({ as, browser, server }) => {
  test.setTimeout(240_000);
  const [gust, bert, fien, lena, ria, wies] = [await as("gust"), await as("bert"), await as("fien"), await as("lena"), await as("ria"), await as("wies")];

  await test.step("the data steward starts a study: spaces, purpose, fields", async () => {
    await gust.goto("/beheer/studies");
    await gust.getByRole("link", { name: "Begin een studie" }).click();
    const filled = {
      Titel: title,
      "Waarvoor is de studie?": "We willen weten hoe buren van elkaar leren.",
      Onderzoeker: "Lena (voorbeeld)",
      Instelling: "Hogeschool De Proef (voorbeeld)",
      "Waarom mag dit volgens de wet?": "Toestemming",
      "Wie krijgt de gegevens?": "Alleen de onderzoeker.",
      "Gegevens vanaf": dayFromNow(-60),
      "Gegevens tot en met": dayFromNow(30),
      "Bewaard tot en met": dayFromNow(400),
      "Infoblad voor bewoners": "We zien wat je doet, nooit wat je schrijft. Vragen? Bel ons.",
    };
    for (const [label, value] of Object.entries(filled)) await gust.getByLabel(label).fill(value);
    await gust.getByRole("checkbox", { name: "Samen in de moestuin" }).check();
    await gust.getByRole("button", { name: "Bewaar de studie" }).click();
    await expect(gust.getByRole("group", { name: "Welke gegevens heb je nodig?" })).toContainText("Vul dit in.");
    for (const field of ["wat er gebeurde", "in welke week (ISO, UTC)", "taak in de leerplek, toen", "doelgroep", "gebied van de trekker van de leerplek"]) await gust.getByRole("checkbox", { name: field, exact: true }).check();
    await gust.getByRole("button", { name: "Bewaar de studie" }).click();
    await expect(gust).toHaveURL(new RegExp(desk));
    await expect(gust.getByText("Nog geen leerplek doet mee.", { exact: false })).toBeVisible();
  });

  await test.step("both organisations agree; the researcher comes with a link; it opens", async () => {
    await answerFor(bert, "Bestuur Krekelgem (voorbeeld)");
    await gust.goto(desk);
    await expect(gust.getByRole("button", { name: "Open de studie" })).toHaveCount(0);
    await answerFor(fien, "Vereniging De Vlier (voorbeeld)");
    await gust.goto(desk);
    await gust.getByRole("button", { name: "Maak de link" }).click();
    await lena.goto(await gust.getByLabel("De link voor de onderzoeker").inputValue());
    await lena.getByRole("button", { name: "Ik aanvaard" }).click();
    await expect(lena).toHaveURL(new RegExp(`${desk}$`));
    await gust.goto(desk);
    await gust.getByRole("button", { name: "Open de studie" }).click();
    await expect(gust.getByText("Gelukt.")).toBeVisible();
  });

  await test.step("residents say yes or no; nobody under 16 is asked; under five people nothing is made", async () => {
    const tuur = await as("tuur");
    await tuur.goto(sheet);
    await expect(tuur.getByText("We vragen dit alleen aan mensen van 16 jaar of ouder.", { exact: false })).toBeVisible();
    await expect(tuur.getByRole("button", { name: "Ja, dat mag" })).toHaveCount(0);
    await answer(bert, "Nee, liever niet");
    for (const page of [ria, await as("sam"), fien]) await answer(page, "Ja, dat mag");
    await release(lena, 1, /Niet gemaakt: er zijn minder dan vijf deelnemers\./);
    await openNotice(lena, "De levering die je vroeg, is afgelopen.");
  });

  const first = await test.step("with enough people it is made, and fetched with everything that belongs to it", async () => {
    const cor = await as("cor");
    await joinTheGarden(cor, "Cor van de hoek");
    await answer(cor, "Ja, dat mag");
    // Says no, and then does something that would be of use to the study.
    await joinTheGarden(wies, "Wies van school");
    await answer(wies, "Nee, liever niet");
    await wies.goto("/leervragen");
    await wies.getByRole("link", { name: "Hoe snoei ik een appelboom?" }).click();
    await wies.getByRole("button", { name: "Dat wil ik ook leren" }).click();
    await expect(wies.getByText("Jij wilt dit ook leren.")).toBeVisible();
    const bo = await (await openContext(browser, server)).newPage();
    await bo.goto("/account-maken");
    await makeAccount(bo, "Bo");
    await joinTheGarden(bo, "Bo van de beek");
    await answer(bo, "Ja, dat mag");
    await bo.context().close();
    await release(lena, 2, /Klaar: 5 deelnemers, \d+ rijen\./);
    const { people, events, withdrawn, suppressed } = expectSound(await fetchFiles(lena));
    expect(people).toHaveLength(5);
    // Four residents and a facilitator: with their role she would be recognised, so it is emptied for all five, and counted.
    expect(new Set(events.map(({ role }) => role))).toEqual(new Set([""]));
    expect(suppressed).toMatchObject({ rows_left_out: 0, role_emptied: events.length });
    expect(withdrawn).toEqual([]);
    return people;
  });

  await test.step("everyone sees what was delivered of them, and takes along what is kept", async () => {
    for (const page of [bert, wies]) {
      await page.goto("/ik/studies");
      await expect(page.getByText("Je zei nee. Van jou gaat er niets mee.")).toBeVisible();
      await expect(page.getByText("Er is nog niets van jou geleverd.")).toBeVisible();
    }
    await ria.goto("/ik/studies");
    await expect(ria.getByText(/^Levering 2: \d+ rijen over jou$/)).toBeVisible();
    await ria.goto("/ik/gegevens");
    await expect(ria.getByRole("heading", { name: "Logboek: wat we bijhouden over jou" })).toBeVisible();
    const [download] = await Promise.all([ria.waitForEvent("download"), ria.getByRole("link", { name: "Download alles als bestand" }).click()]);
    const kept = JSON.parse(readFileSync(await download.path(), "utf8")) as Record<string, Record<string, unknown>[]>;
    expect(JSON.stringify(kept)).toContain("Eierschalen errond.");
    expect(JSON.stringify(kept)).not.toContain("Ik raap ze 's avonds op");
  });

  await test.step("who takes the yes back is gone from the next one, and the researchers are told what to wipe", async () => {
    await ria.goto("/ik/studies");
    const rows = Number(/: (\d+) rij/.exec((await ria.getByText(/^Levering 2:/).textContent())!)![1]);
    await ria.getByRole("button", { name: "Trek mijn ja in" }).click();
    await expect(ria.getByText("Je ja is ingetrokken.")).toBeVisible();
    await ria.goto("/gesprekken");
    await ria.getByRole("link", { name: "Wat doe jij tegen slakken?" }).first().click();
    await ria.getByLabel("Jouw bericht").fill("Dit is niet voor de studie.");
    await ria.getByRole("button", { name: "Verstuur" }).click();
    await expect(ria.getByRole("article").filter({ hasText: "Dit is niet voor de studie." })).toBeVisible();
    await answer(wies, "Ja, dat mag");
    await lena.goto(desk);
    await expect(lena.getByText("Niet meer op te halen: iemand trok het ja in", { exact: false })).toBeVisible();
    await expect(lena.getByRole("link", { name: "Haal het bestand op" })).toHaveCount(0);
    await release(lena, 3, /Klaar: 5 deelnemers, \d+ rijen\./);
    const { people, withdrawn } = expectSound(await fetchFiles(lena));
    expect(withdrawn).toEqual([{ person: expect.any(String), last_release: "2" }]);
    const gone = withdrawn[0]!.person!;
    expect(first.find((one) => one.person === gone)?.events).toBe(String(rows));
    const stayed = first.map((one) => one.person).filter((one) => one !== gone);
    expect(people.map((one) => one.person)).toEqual(expect.arrayContaining(stayed));
    expect(people.map((one) => one.person)).not.toContain(gone);
  });
});
