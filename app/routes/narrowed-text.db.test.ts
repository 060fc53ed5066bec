import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { makeDocument, makeDocumentComment } from "#db/factories/make-document";
import { makeGroupMembership } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeProposal } from "#db/factories/make-proposal";
import { makeSpaceRole } from "#db/factories/make-space";
import { document, documentTemplate, documentVisit, documentWriter, group, space, spaceMembership, spaceOrganisation } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { beginEasyVersion, foldDocuments, narrowDocument, pushUpdate, readVersions, renameDocument } from "~/features/documents/index.server";
import { call, TestConnection } from "~/features/documents/test/live-world";
import { useWritingHouse } from "~/features/documents/test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "~/features/documents/test/writing-world";
import { liveEvents } from "~/platform/live-event.server";
import { createLimiter } from "~/platform/limiter.server";
import type { LoadContext } from "~/platform/load-context.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";

// Every page there is, also one that is made later, and every live event about texts, for who does not read a narrowed text any more.

vi.mock("virtual:arrange-url", () => ({ default: "" }));

const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
const outside: Record<string, MadePerson | null> = { nobody: null };
const params: Record<string, string> = {};
/** Of its title, its words, a remark, a proposal, its easy version and one in the trash, as they came to be once it was narrowed. */
const secrets = /zevenster|zeepaard|kwikstaart|bijeneter|lichtekooi|dwaalgast/i;

const paragraph = (words: string, mark?: object) => {
  const made = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  text.applyDelta([{ insert: words, ...(mark ? { attributes: mark } : {}) }]);
  made.insert(0, [text]);
  return made;
};
async function write(who: MadePerson, id: string, ...added: Y.XmlElement[]) {
  const ctx = await ctxFor(house, who.id);
  await pushUpdate(ctx, { ...pushOf({ id }, (await Editor.open(ctx, id)).make((body) => body.insert(0, added))), schemaVersion: 2 });
}

beforeAll(async () => {
  world = await makeWorld(house);
  const { db } = home.database;
  const { writer, other, reader, stranger, groupId, spaceId, document: text } = world;
  const [never, moderator] = [await makePerson(db), await makePerson(db)];
  await makeGroupMembership(db, { group: { id: groupId, spaceId }, personId: never.id });
  const [partner] = await db.select({ id: spaceOrganisation.organisationId }).from(spaceOrganisation).where(eq(spaceOrganisation.spaceId, spaceId));
  await makeSpaceRole(db, { spaceId, personId: moderator.id, organisationId: partner!.id, role: "moderator" });
  Object.assign(outside, { stranger, before: other, never, moderator });
  const membershipOf = async (personId: string) => (await db.select({ id: spaceMembership.id }).from(spaceMembership).where(and(eq(spaceMembership.spaceId, spaceId), eq(spaceMembership.personId, personId))))[0]!.id;

  // While the whole group read it: somebody wrote along, remarked and came by who will be left out.
  await write(other, text.id, paragraph("Van voor die tijd."));
  await makeDocumentComment(db, { documentId: text.id, authorActor: other.actorId });
  await db.insert(documentVisit).values({ personId: other.id, documentId: text.id, seq: 0, at: house.now() });
  await db.insert(documentTemplate).values({ documentId: text.id, title: "Sjabloon van toen", licence: "CC BY 4.0", content: text.content });
  const easy = await beginEasyVersion(await ctxFor(house, writer.id), { id: randomUUID(), document: text.id });
  const open = await makeDocument(db, { groupId, spaceId, authorActor: writer.actorId, parentId: text.id });
  await narrowDocument(await ctxFor(house, writer.id), { document: text.id, readBy: "few", few: [await membershipOf(reader.id)], rev: text.rev });

  const few = (await db.select({ few: document.few }).from(document).where(eq(document.id, text.id)))[0]!.few;
  for (const [id, title] of [[text.id, "Zevenster morgenrood"], [easy.id, "Lichtekooi morgenrood"]] as const) {
    const [{ rev }] = (await db.select({ rev: document.rev }).from(document).where(eq(document.id, id))) as [{ rev: number }];
    await renameDocument(await ctxFor(house, writer.id), { id, title, licence: "CC BY 4.0", rev });
  }
  await makeDocument(db, { groupId, spaceId, authorActor: writer.actorId, title: "Dwaalgast morgenrood", readBy: "few", writtenBy: "few", few, trashedAt: house.now(), parentId: open.id });
  const task = new Y.XmlElement("taskList");
  const item = new Y.XmlElement("taskItem");
  item.setAttribute("person", await membershipOf(other.id));
  item.insert(0, [paragraph("Zeepaard voeren")]);
  task.insert(0, [item]);
  await write(writer, text.id, paragraph("Zeepaard morgenrood"), paragraph("Zie daar.", { link: { href: `https://leerhoek.test/teksten/${open.id}` } }), task);
  const remark = await makeDocumentComment(db, { documentId: text.id, authorActor: writer.actorId, text: "Kwikstaart morgenrood", quote: "Zeepaard" });
  const proposal = await makeProposal(db, { document: text, authorActor: writer.actorId, note: "Bijeneter morgenrood" });
  house.setNow(new Date(house.now().getTime() + 120_000));
  await foldDocuments(house);
  const [place] = await db.select({ slug: space.slug }).from(space).where(eq(space.id, spaceId));
  const [version] = (await readVersions(await ctxFor(house, writer.id), text.id, null)).versions;
  Object.assign(params, { documentId: text.id, proposalId: proposal.id, commentId: remark.id, pictureId: randomUUID(), groupId, slug: place!.slug, format: "html", kind: "document", id: text.id, number: "1", membershipId: await membershipOf(other.id), versie: version?.id ?? "" });
  params["other"] = open.id;
}, 120_000);

const folder = fileURLToPath(new URL(".", import.meta.url));
const routes = readdirSync(folder).filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."));

/** What a page gives somebody, in data, markup, headers and files; whatever refuses it too. */
async function given(name: string, person: MadePerson | null, documentId: string): Promise<string> {
  const { loader, action } = (await import(/* @vite-ignore */ `${folder}${name}`)) as Record<"loader" | "action", ((args: object) => unknown) | undefined>;
  // A file that is asked for with a form.
  const read = name.includes("zip") ? action : loader;
  if (!read) return "";
  house.limiter = createLimiter();
  const context: LoadContext = { ctx: await ctxFor(house, person?.id ?? null), session: null, calm: false, nonce: "", markup: new Map(), requestId: "", reads: [], setCookie: () => undefined, room: () => Promise.resolve() };
  const address = `http://leerhoek.test/pagina?${name === "zoeken.tsx" ? "woorden" : `onder=${documentId}&tekst=${documentId}&versie=${params["versie"]}&van=${params["versie"]}&q`}=morgenrood`;
  const request = new Request(address, read === action ? { method: "POST", body: new URLSearchParams({ which: "mine" }) } : {});
  const answer = await (async () => read({ request, params: { ...params, documentId }, context }))().catch((error: unknown) => error);
  const words = answer instanceof Response ? `${answer.headers.get("location") ?? ""} ${Buffer.from(await answer.arrayBuffer()).toString("latin1")}` : answer instanceof Error ? answer.message : JSON.stringify(answer);
  return `${words} ${[...context.markup.values()].map((draw) => draw()).join(" ")}`;
}

it("no page says its title, its words, what was remarked or proposed, or that it lies in the trash, to who does not read it", { timeout: 240_000 }, async () => {
  expect(routes.length).toBeGreaterThan(150);
  const told: string[] = [];
  const seen: string[] = [];
  for (const name of routes) {
    for (const documentId of name.includes("$documentId") ? [params["documentId"]!, params["other"]!] : [params["documentId"]!]) {
      for (const [who, person] of Object.entries(outside)) {
        const hit = secrets.exec(await given(name, person, documentId));
        if (hit) told.push(`${name} to ${who}: ${hit[0]}`);
      }
      if (secrets.test(await given(name, world.writer, documentId))) seen.push(`${name}${documentId === params["other"] ? " of another text" : ""}`);
    }
  }
  expect(told).toEqual([]);
  // It would be seen if a page did.
  expect(seen).toEqual(expect.arrayContaining(["teksten.$documentId._index.tsx", "teksten.$documentId.versies.tsx", "teksten.$documentId._index.tsx of another text", "teksten.$documentId.verwijzingen.tsx of another text", "groepen.$groupId.teksten.tsx", "groepen.$groupId.prullenbak.tsx", "zoeken.tsx", "leerplekken.$slug_.teksten[.]zip.ts"]));
});

it("no live event about texts takes or tells anything of it", async () => {
  const id = params["documentId"]!;
  const payloads: Record<string, object> = {
    "document:join": { id, stateVector: new Uint8Array(), schemaVersion: 2 },
    "document:push": { id, push: randomUUID(), update: new Uint8Array([0, 0]) },
    "document:suggest": { document: id, typed: "N" },
    "document:people": { document: id, people: [params["membershipId"]] },
    "document:comment": { id: randomUUID(), document: id, text: "Erin." },
    "document:resolve-comment": { id: params["commentId"], resolved: true },
    "document:remove-comment": { id: params["commentId"] },
    "document:align-easy": { document: id, easy: ["1:1"], source: [], sign: "x".repeat(22) },
    "proposal:join": { document: id, stateVector: new Uint8Array(), schemaVersion: 2 },
    "proposal:push": { id: randomUUID(), document: id, update: new Uint8Array([0, 0]) },
  };
  // It gives no answer that says anything, to anybody.
  const silent = ["document:awareness"];
  expect([...liveEvents().keys()].filter((name) => /^(document|proposal):/.test(name)).sort()).toEqual([...Object.keys(payloads), ...silent].sort());
  for (const [who, person] of Object.entries(outside)) {
    if (!person) continue;
    const heard: string[] = [];
    const connection = new TestConnection((await ctxFor(house, person.id)).actor, (event) => heard.push(event));
    for (const [name, payload] of Object.entries(payloads)) expect([who, name, (await call(house, connection, name, payload)).ok]).toEqual([who, name, false]);
    await call(house, connection, "document:awareness", { id, update: new Uint8Array([0]) });
    await write(world.writer, id, paragraph("Nog een zeepaard"));
    expect([who, heard]).toEqual([who, []]);
    connection.end();
  }
  expect(await home.database.db.select().from(documentWriter).where(and(eq(documentWriter.documentId, id), eq(documentWriter.actorId, outside["never"]!.actorId)))).toEqual([]);
  expect(await home.database.db.select({ id: group.id }).from(group).where(eq(group.id, params["groupId"]!))).toHaveLength(1);
});
