import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership, makeSpaceRole } from "#db/factories/make-space";
import { makeConsent } from "#db/factories/make-study";
import { release, releaseActor, space as spaceTable, spaceMembership, studyAnswer } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { catalogue } from "./catalogue";
import { fetchRelease, makeReleases, withdrawFromStudy } from "./index.server";
import { makeScene, refusal } from "./test/make-scene";
import { readCsv } from "./test/read-zip";

const home = useDatabase();
const everything = () => catalogue().map((field) => field.key);

test("a release holds what was asked for of who said yes, with checksums that fit", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study({ fields: everything() });
  const people = await scene.participants(study.id, 6);
  const { row, files, zip } = await scene.make(study.id);
  expect(row).toMatchObject({ state: "ready", participants: 6, events: 6, progress: 100, bytes: zip!.length, sha256: createHash("sha256").update(zip!).digest("hex") });
  expect([...files.keys()]).toEqual(["data/events.csv", "data/participants.csv", "withdrawn.csv", "codebook.csv", "datapackage.json", "README.md", "suppression_report.json", "MANIFEST.sha256"]);
  const events = readCsv(files.get("data/events.csv")!);
  expect(events).toHaveLength(6);
  expect(events[0]).toMatchObject({ type: "discussion.message-posted", week: "2025-W46", role: "resident", audience: "burger", area: "Noord", theme: "mobility", mode: "online" });
  expect(events[0]!.person).toMatch(/^p_[a-z2-7]{26}$/);
  expect(new Set(readCsv(files.get("data/participants.csv")!).map((one) => one.person))).toEqual(new Set(events.map((one) => one.person)));
  expect(readCsv(files.get("codebook.csv")!)).toContainEqual(expect.objectContaining({ what: "field", name: "data_reply_to", of_type: "discussion.message-posted", label_nl: "antwoord op bericht", label_en: "reply to message" }));
  const manifest = files.get("MANIFEST.sha256")!.toString().trim().split("\n").map((line) => line.split("  "));
  expect(manifest).toHaveLength(7);
  for (const [sum, path] of manifest) expect(createHash("sha256").update(files.get(path!)!).digest("hex")).toBe(sum);
  const held = await scene.db.select().from(releaseActor);
  expect(held.map((one) => [one.actorId, one.rows]).sort()).toEqual(people.map((one) => [one.actorId, 1]).sort());
  const told = scene.house.published.filter((one) => one.type === "research.release-ready");
  expect(told).toMatchObject([{ stream: `person:${scene.lotte.actorId}`, data: { study: study.id, release: row.id, outcome: "ready" } }]);
});

test("datapackage.json names each table with its columns, size and checksum", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study({ fields: everything() });
  await scene.participants(study.id, 5);
  const { files } = await scene.make(study.id);
  const described = JSON.parse(files.get("datapackage.json")!.toString()) as { resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string }[] } }[] };
  expect(described).toMatchObject({ $schema: "https://datapackage.org/profiles/2.0/datapackage.json", name: study.slug });
  for (const one of described.resources) {
    const file = files.get(one.path)!;
    expect([one.bytes, one.hash]).toEqual([file.length, `sha256:${createHash("sha256").update(file).digest("hex")}`]);
    expect(file.toString().split("\r\n")[0]!.split(",")).toEqual(one.schema.fields.map((field) => field.name));
  }
});

/** The profile that datapackage.org publishes, version 2.0. */
const profile = new URL("test/datapackage-2.0.profile.json", import.meta.url);

test("datapackage.json fits the profile of Data Package v2", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  await scene.participants(study.id, 5);
  const { files } = await scene.make(study.id);
  // Zod takes alternatives that differ in what is required for the same: so at least one has to fit, here.
  const read = JSON.parse(readFileSync(profile, "utf8").replaceAll('"oneOf"', '"anyOf"')) as Parameters<typeof z.fromJSONSchema>[0];
  const described = JSON.parse(files.get("datapackage.json")!.toString()) as { resources: Record<string, unknown>[] };
  expect(z.fromJSONSchema(read).safeParse(described).error?.issues ?? []).toEqual([]);
  for (const one of described.resources) expect([typeof one.name, typeof one.path, one.data]).toEqual(["string", "string", undefined]);
});

test("no byte of any file names somebody or says what they wrote", async () => {
  const scene = await makeScene(home.database);
  const canary = (place: string) => `kanarie-${place}`;
  const other = await makeSpace(scene.db, { name: canary("ruimte"), summary: canary("samenvatting"), houseRules: [canary("regel")], contactName: canary("contact"), organisationIds: [scene.organisation.id] });
  const study = await scene.study({ fields: everything(), spaceIds: [scene.space.id, other.id], title: canary("titel"), purpose: canary("doel"), sheet: canary("blad"), recipients: canary("krijgt"), investigator: canary("onderzoeker") });
  await scene.db.update(studyAnswer).set({ reason: canary("reden") });
  const ids: string[] = [scene.space.id, other.id, scene.group.id, scene.organisation.id, study.id];
  for (let index = 0; index < 6; index += 1) {
    const person = await scene.resident({ name: canary(`naam-${index}`), email: `kanarie-${index}@example.org`, signInName: canary(`aanmeld-${index}`) });
    await makeSpaceMembership(scene.db, { spaceId: other.id, personId: person.id, shownName: canary(`toon-${index}`) });
    await makeConsent(scene.db, { studyId: study.id, actorId: person.actorId, receipt: canary("bewijs") });
    const discussion = await makeDiscussion(scene.db, { group: scene.group, authorActor: person.actorId, title: canary("gesprek") });
    const [message] = await makeMessages(scene.db, { discussion, authorActor: person.actorId, texts: [canary("bericht")] });
    await scene.happened(person.actorId, { spaceId: other.id, objectKind: "message", objectId: message!.id, data: { discussion: discussion.id, number: 1 } });
    await scene.happened(person.actorId, { type: "space.member-joined", objectKind: "member", objectId: (await scene.db.select().from(spaceMembership).where(eq(spaceMembership.personId, person.id)))[0]!.id, data: { how: "open" } });
    ids.push(person.id, person.actorId, discussion.id, message!.id);
  }
  const { files, row } = await scene.make(study.id);
  expect(row.events).toBe(12);
  const events = readCsv(files.get("data/events.csv")!);
  expect(events.filter((one) => one.object!.startsWith("t_"))).toHaveLength(6);
  expect(events.filter((one) => one.object === one.person)).toHaveLength(6);
  for (const [path, file] of files) {
    const text = file.toString();
    expect([path, text.includes("kanarie"), ids.filter((id) => text.includes(id))]).toEqual([path, false, []]);
  }
});

test("only who said yes, and only for the time that the yes covers", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  await scene.participants(study.id, 5);
  const before = new Date("2025-11-10T10:00:00Z");
  const [silent, refused, young, late, outdated] = [await scene.resident(), await scene.resident(), await scene.resident({ ageGroup: "13_to_15" }), await scene.resident(), await scene.resident()];
  for (const one of [silent, refused, young, late, outdated]) await scene.happened(one.actorId, { occurredAt: before });
  await makeConsent(scene.db, { studyId: study.id, actorId: refused.actorId, answer: "refused" });
  await makeConsent(scene.db, { studyId: study.id, actorId: young.actorId });
  await makeConsent(scene.db, { studyId: study.id, actorId: late.actorId, coversBefore: false, at: new Date("2025-11-15T10:00:00Z") });
  await makeConsent(scene.db, { studyId: study.id, actorId: outdated.actorId, sheetVersion: 0 });
  await scene.happened(late.actorId, { occurredAt: new Date("2025-11-16T10:00:00Z") });
  await scene.happened(late.actorId, { type: "accounts.signed-in", spaceId: null, groupId: null });
  await scene.happened(late.actorId, { type: "discussion.message-moderated" });
  await scene.happened(late.actorId, { occurredAt: new Date("2019-01-01T10:00:00Z") });
  await scene.make(study.id);
  const held = new Map((await scene.db.select().from(releaseActor)).map((one) => [one.actorId, one.rows]));
  expect(held.size).toBe(6);
  expect(held.get(late.actorId)).toBe(1);
  for (const one of [silent, refused, young, outdated]) expect(held.has(one.actorId)).toBe(false);
});

test("a space that an organisation said no to is not in it, whenever it said so", async () => {
  const scene = await makeScene(home.database);
  const stranger = await makeOrganisation(scene.db, { name: "De Schaaf" });
  const out = await makeSpace(scene.db, { organisationIds: [scene.organisation.id, stranger.id] });
  const study = await scene.study({ spaceIds: [scene.space.id, out.id], refused: [stranger.id] });
  const people = await scene.participants(study.id, 5);
  for (const one of people) await scene.happened(one.actorId, { spaceId: out.id });
  expect((await scene.make(study.id)).row.events).toBe(5);
  await scene.db.update(studyAnswer).set({ agrees: false });
  expect((await scene.make(study.id)).row).toMatchObject({ state: "refused", refusedCode: "too_few_participants" });
});

test("fewer than five participants: no file", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  await scene.participants(study.id, 4);
  const { row } = await scene.make(study.id);
  expect(row).toMatchObject({ state: "refused", refusedCode: "too_few_participants", fileName: null, participants: null });
  expect(await scene.db.select().from(releaseActor)).toEqual([]);
  expect(await refusal(fetchRelease(await scene.as(scene.lotte), { release: row.id }))).toBe("not_found");
});

test("small combinations lose their area, then their role, and are counted", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study({ fields: everything() });
  const people = await scene.participants(study.id, 7);
  const staff = await scene.participants(study.id, 1);
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: staff[0]!.id, organisationId: scene.organisation.id, createdAt: new Date("2025-01-01T00:00:00Z") });
  await scene.db.update(spaceMembership).set({ audience: "burger" });
  const first = await scene.make(study.id);
  expect(first.row).toMatchObject({ participants: 7, events: 7, suppressed: { area_emptied: 0, role_emptied: 0, audience_emptied: 0, rows_left_out: 1, second_persons_emptied: 0 } });
  expect(JSON.parse(first.files.get("suppression_report.json")!.toString())).toMatchObject({ least: 5, rows_left_out: 1 });
  // Five in another area would stand there, were four of them not somewhere else.
  const elsewhere = await makeSpace(scene.db, { organisationIds: [(await makeOrganisation(scene.db, { name: "Zonder gemeente" })).id] });
  const second = await scene.study({ fields: everything(), spaceIds: [scene.space.id, elsewhere.id], agreed: [scene.organisation.id, elsewhere.organisationId] });
  for (const one of people) await makeConsent(scene.db, { studyId: second.id, actorId: one.actorId });
  for (const one of people.slice(0, 4)) {
    await makeSpaceMembership(scene.db, { spaceId: elsewhere.id, personId: one.id });
    await scene.happened(one.actorId, { spaceId: elsewhere.id, type: "activity.signed-up", data: { place: scene.nis, waiting: false } });
  }
  const fifth = await scene.participants(second.id, 1);
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: fifth[0]!.id, organisationId: scene.organisation.id, createdAt: new Date("2025-01-01T00:00:00Z") });
  await scene.db.update(spaceMembership).set({ audience: "burger" });
  const { files, row } = await scene.make(second.id);
  expect(row.suppressed).toMatchObject({ area_emptied: 5, role_emptied: 5, audience_emptied: 0, rows_left_out: 0 });
  const emptied = readCsv(files.get("data/events.csv")!).filter((one) => one.area === "");
  expect(emptied).toHaveLength(5);
  for (const one of emptied) expect([one.space, one.group, one.theme, one.object, one.role, one.data_place]).toEqual(["", "", "", "", "", ""]);
});

test("a second person stands in a row only with their own yes", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study({ fields: everything() });
  const people = await scene.participants(study.id, 5);
  const silent = await scene.resident();
  const [theirs, own] = [
    await makeMessages(scene.db, { discussion: scene.discussion, authorActor: silent.actorId, texts: ["Van wie niets zei"] }),
    await makeMessages(scene.db, { discussion: scene.discussion, authorActor: people[1]!.actorId, texts: ["Van wie ja zei"] }),
  ];
  for (const one of [theirs, own]) await scene.happened(people[0]!.actorId, { data: { discussion: scene.discussion.id, number: 3, replyTo: one[0]!.id } });
  await scene.happened(people[0]!.actorId, { data: { discussion: scene.discussion.id, number: 4, replyTo: crypto.randomUUID() } });
  const { files, row } = await scene.make(study.id);
  const replies = readCsv(files.get("data/events.csv")!).filter((one) => one.data_number !== "");
  expect(replies.map((one) => one.data_reply_to!.slice(0, 2))).toEqual(["", "t_", ""]);
  expect(row.suppressed!.second_persons_emptied).toBe(2);
});

test("who withdraws is gone from the next, listed for those who have the earlier one, and its link is dead", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const people = await scene.participants(study.id, 6);
  const first = await scene.make(study.id);
  const before = readCsv(first.files.get("data/participants.csv")!).map((one) => one.person);
  expect(readCsv(first.files.get("withdrawn.csv")!)).toEqual([]);
  expect(await refusal(fetchRelease(await scene.as(scene.lotte), { release: first.row.id }))).toBe("done");
  await withdrawFromStudy(await scene.as(people[0]!), { id: crypto.randomUUID(), study: study.id });
  expect(await refusal(fetchRelease(await scene.as(scene.lotte), { release: first.row.id }))).toBe("closed");
  expect(scene.house.published.filter((one) => one.type === "research.rows-withdrawn")).toMatchObject([{ stream: `person:${scene.lotte.actorId}`, actorId: null }]);
  const second = await scene.make(study.id);
  const after = readCsv(second.files.get("data/participants.csv")!).map((one) => one.person);
  const gone = before.filter((one) => !after.includes(one));
  expect(gone).toHaveLength(1);
  expect(second.files.get("data/events.csv")!.toString()).not.toContain(gone[0]);
  expect(readCsv(second.files.get("withdrawn.csv")!)).toEqual([{ person: gone[0], last_release: "1" }]);
  expect((await scene.db.select().from(release).where(eq(release.id, first.row.id)))[0]!.fileName).toBeNull();
});

test("two studies share no pseudonym; the same study and snapshot give the same bytes", async () => {
  const scene = await makeScene(home.database);
  const [one, two] = [await scene.study({ fields: everything() }), await scene.study({ fields: everything() })];
  for (const person of await scene.participants(one.id, 5)) await makeConsent(scene.db, { studyId: two.id, actorId: person.actorId });
  const [first, other] = [await scene.make(one.id), await scene.make(two.id)];
  const pseudonyms = (files: Map<string, Buffer>) => new Set(files.get("data/events.csv")!.toString().match(/\b[a-z]_[a-z2-7]{26}\b/g));
  expect(pseudonyms(first.files).size).toBeGreaterThan(5);
  expect([...pseudonyms(first.files)].filter((value) => pseudonyms(other.files).has(value))).toEqual([]);
  await scene.happened(scene.lotte.actorId);
  await scene.db.update(release).set({ state: "queued", sha256: null }).where(eq(release.id, first.row.id));
  await makeReleases(scene.house);
  const [again] = await scene.db.select().from(release).where(eq(release.id, first.row.id));
  expect(again).toMatchObject({ state: "ready", sha256: first.row.sha256, snapshotFactId: first.row.snapshotFactId });
  expect(readFileSync(join(scene.house.dataDir, "releases", again!.fileName!)).equals(first.zip!)).toBe(true);
});

test("a maker that went silent is taken over; one that speaks is left alone", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  await scene.participants(study.id, 5);
  const { row } = await scene.make(study.id);
  await scene.db.update(release).set({ state: "running", heartbeatAt: new Date(scene.house.now().getTime() - 30_000) }).where(eq(release.id, row.id));
  expect(await makeReleases(scene.house)).toBe(0);
  scene.house.setNow(new Date(scene.house.now().getTime() + 120_000));
  expect(await makeReleases(scene.house)).toBe(1);
});

test("no transaction is open longer than a slice, and others write meanwhile", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  const people = await scene.participants(study.id, 5);
  await scene.db.execute(sql`insert into fact (type, occurred_at, actor_id, space_id) select 'discussion.message-posted', '2025-11-11', (array[${sql.join(people.map((one) => sql`${one.actorId}::uuid`), sql`, `)}])[1 + n % 5], ${scene.space.id}::uuid from generate_series(1, 6000) n`);
  let ended = false;
  const making = scene.make(study.id).finally(() => (ended = true));
  // Each of these waits for its turn: with one transaction around the whole release they would all come after it.
  let meanwhile = 0;
  while (!ended) {
    await home.database.withTx(async (db) => ({ value: await db.select().from(spaceTable) }));
    if (!ended) meanwhile += 1;
  }
  const { row } = await making;
  expect(row).toMatchObject({ events: 6_005, participants: 5 });
  expect(meanwhile).toBeGreaterThan(6);
});

test("only the researcher of the study and the data steward get a file", async () => {
  const scene = await makeScene(home.database);
  const study = await scene.study();
  await scene.participants(study.id, 5);
  const { row } = await scene.make(study.id);
  const administrator = await makePerson(scene.db, { roles: ["administrator", "coordinator"] });
  const elsewhere = await makePerson(scene.db);
  await scene.study({ researchers: [elsewhere.id] });
  const facilitator = await scene.resident();
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: facilitator.id, organisationId: scene.organisation.id });
  for (const person of [administrator, elsewhere, facilitator, scene.speaker]) expect(await refusal(fetchRelease(await scene.as(person), { release: row.id }))).toBe("not_found");
  expect(await refusal(fetchRelease(await scene.as(null), { release: row.id }))).toBe("sign_in");
  expect(await refusal(fetchRelease(await scene.as(scene.ann), { release: row.id }))).toBe("done");
  await makeSpaceRole(scene.db, { spaceId: scene.space.id, personId: scene.lotte.id, organisationId: scene.organisation.id });
  expect(await refusal(fetchRelease(await scene.as(scene.lotte), { release: row.id }))).toBe("forbidden");
  scene.house.setNow(new Date("2042-01-02T00:00:00Z"));
  expect(await refusal(fetchRelease(await scene.as(scene.ann), { release: row.id }))).toBe("closed");
  await makeReleases(scene.house);
  expect((await scene.db.select().from(release))[0]!.fileName).toBeNull();
});
