import { and, asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import * as Y from "yjs";
import { document, documentUpdate, documentWriter, groupMembership, session, spaceMembership, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { makeCtx, type Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { schemaVersion } from "../content-rules";
import { pushUpdate } from "./push-update.server";
import { forgetRights } from "../rights.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";
import type { Orders } from "../worker/orders";
import { WorkerLane } from "../worker/worker-lane.server";

// One house for the file, so that its workers start once; every test has a text and people of its own.
const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let ctx: Ctx;

beforeEach(async () => {
  house.database = home.database;
  world = await makeWorld(house);
  ctx = await ctxFor(house, world.writer.id);
});

const rowsOf = (id: string) => house.database.db.select().from(documentUpdate).where(eq(documentUpdate.documentId, id)).orderBy(asc(documentUpdate.seq));
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));

describe("storing", () => {
  it("stores an update after the examination, with its number, its author and the time of the text's change", async () => {
    const editor = await Editor.open(ctx, world.document.id);
    house.setNow(new Date("2025-11-21T08:00:00Z"));
    const result = await pushUpdate(await ctxFor(house, world.writer.id), pushOf(world.document, editor.type(" Elke dinsdag.")));
    expect(result).toEqual({ seq: 1, repeated: false });
    const [row] = await rowsOf(world.document.id);
    expect(row).toMatchObject({ seq: 1, actorId: world.writer.actorId, at: new Date("2025-11-21T08:00:00Z") });
    const [changed] = await house.database.db.select({ seq: document.seq, changedAt: document.changedAt, bytes: document.bytes }).from(document).where(eq(document.id, world.document.id));
    expect(changed).toEqual({ seq: 1, changedAt: new Date("2025-11-21T08:00:00Z"), bytes: world.document.bytes + row!.update.byteLength });
    expect(await storedText(house, world.document.id)).toContain("Zo begint het. Elke dinsdag.");
  });

  it("stores a push that comes again once, and gives the first number", async () => {
    const editor = await Editor.open(ctx, world.document.id);
    const push = pushOf(world.document, editor.type("!"));
    const answers = [await pushUpdate(ctx, push), ...(await Promise.all([pushUpdate(ctx, push), pushUpdate(ctx, push)]))];
    expect(answers.map(({ seq }) => seq)).toEqual([1, 1, 1]);
    expect(await rowsOf(world.document.id)).toHaveLength(1);
    const other = await ctxFor(house, world.other.id);
    expect(await codeOf(pushUpdate(other, { ...pushOf(world.document, (await Editor.open(other, world.document.id)).type("?")), push: push.push }))).toBe("already_done");
  });

  it("gives fifty pushes at once numbers without a gap, in a few transactions", async () => {
    const texts = await Promise.all([world.writer, world.other].map(async (person) => ({ person: await ctxFor(house, person.id), editor: await Editor.open(ctx, world.document.id) })));
    let transactions = 0;
    const { withTx } = home.database;
    house.database = { ...home.database, withTx: (run) => ((transactions += 1), withTx(run)) };
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => pushUpdate(texts[index % 2]!.person, pushOf(world.document, texts[index % 2]!.editor.type(`${index} `)))));
    expect(answers.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect((await rowsOf(world.document.id)).map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(transactions).toBeLessThan(10);
    const text = await storedText(house, world.document.id);
    for (let index = 0; index < 50; index += 1) expect(text).toContain(`${index} `);
  });

  it("does not let one that is refused fail the others of its batch", async () => {
    const editor = await Editor.open(ctx, world.document.id);
    const reader = await ctxFor(house, world.reader.id);
    const other = await ctxFor(house, world.other.id);
    const script = (await Editor.open(ctx, world.document.id)).make((body) => body.insert(0, [new Y.XmlElement("script")]));
    // The first one is on its way; the rest meet in the next batch.
    const codes = await Promise.all([
      codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("a")))),
      codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("b")))),
      codeOf(pushUpdate(reader, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type("x")))),
      codeOf(pushUpdate(other, pushOf(world.document, script))),
      codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("c")))),
      codeOf(pushUpdate(ctx, { id: "geen", push: "geen", update: new Uint8Array([1]) })),
      codeOf(pushUpdate(ctx, pushOf({ id: crypto.randomUUID() }, editor.type("d")))),
    ]);
    expect(codes).toEqual(["ok", "ok", "forbidden", "forbidden_content", "ok", "invalid_input", "not_found"]);
    expect(await storedText(house, world.document.id)).toContain("Zo begint het.abc<");
  });

  it("notes who wrote along, once a minute at most", async () => {
    const now = house.now();
    const editor = await Editor.open(ctx, world.document.id);
    const lastAt = async () => (await house.database.db.select().from(documentWriter).where(and(eq(documentWriter.documentId, world.document.id), eq(documentWriter.actorId, world.writer.actorId))))[0]!.lastAt;
    const at = (seconds: number) => new Date(Date.parse("2030-01-01T10:00:00Z") + seconds * 1_000);
    for (const [seconds, expected] of [[0, 0], [30, 0], [90, 90]] as const) {
      house.setNow(at(seconds));
      await pushUpdate(await ctxFor(house, world.writer.id), pushOf(world.document, editor.type(".")));
      expect(await lastAt()).toEqual(at(expected));
    }
    house.setNow(now);
  });

  it.each(["40P01", "40001"])("notes who wrote along once, also when the transaction must run again after %s", async (state) => {
    const { db } = house.database;
    // A sequence does not go back with the transaction: the first attempt fails and no other.
    await db.execute(sql.raw(`
      CREATE SEQUENCE attempts;
      CREATE FUNCTION fail_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('attempts') = 1 THEN RAISE EXCEPTION 'not now' USING ERRCODE = '${state}'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER fail_first BEFORE INSERT ON document_update FOR EACH ROW EXECUTE FUNCTION fail_first()`));
    onTestFinished(async () => void (await db.execute(sql.raw(`DROP TRIGGER fail_first ON document_update; DROP FUNCTION fail_first; DROP SEQUENCE attempts`))));
    // Nobody noted them when the text began.
    const other = await ctxFor(house, world.other.id);
    const editor = await Editor.open(other, world.document.id);
    expect(await pushUpdate(other, pushOf(world.document, editor.type(".")))).toEqual({ seq: 1, repeated: false });
    expect((await db.execute<{ last: string }>(sql`SELECT last_value AS last FROM attempts`)).rows[0]!.last).toBe("2");
    const writers = () => db.select().from(documentWriter).where(eq(documentWriter.actorId, world.other.actorId));
    expect(await writers()).toMatchObject([{ documentId: world.document.id, lastAt: other.now }]);
    // And it knows that it did: this minute it does not note them again.
    await db.delete(documentWriter).where(eq(documentWriter.actorId, world.other.actorId));
    await pushUpdate(other, pushOf(world.document, editor.type(".")));
    expect(await writers()).toEqual([]);
  });
});

describe("who may", () => {
  it.each([
    ["a reader", "reader", "forbidden"],
    ["a stranger", "stranger", "join_group"],
  ] as const)("refuses %s", async (_who, who, code) => {
    const editor = await Editor.open(ctx, world.document.id);
    expect(await codeOf(pushUpdate(await ctxFor(house, world[who].id), pushOf(world.document, editor.type("x"))))).toBe(code);
    expect(await codeOf(pushUpdate(await ctxFor(house, null), pushOf(world.document, editor.type("x"))))).toBe("sign_in");
    expect(await rowsOf(world.document.id)).toHaveLength(0);
  });

  it("refuses from the very next push on, whatever took the right away", async () => {
    const { db } = house.database;
    const { groupId, spaceId, writer } = world;
    const revokes: [string, () => Promise<unknown>][] = [
      ["forbidden", () => db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, writer.id))],
      ["join_group", () => db.update(groupMembership).set({ endedAt: house.now(), endedBecause: "removed" }).where(eq(groupMembership.personId, writer.id))],
      ["muted", () => db.insert(standing).values({ personId: writer.id, kind: "mute", scopeKind: "group", scopeId: groupId })],
      ["not_found", () => db.insert(standing).values({ personId: writer.id, kind: "suspension", scopeKind: "space", scopeId: spaceId })],
      ["not_found", () => db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id))],
      ["few_write", () => db.update(document).set({ writtenBy: "few" }).where(eq(document.id, world.document.id))],
      ["for_few", () => db.update(document).set({ readBy: "few", writtenBy: "few" }).where(eq(document.id, world.document.id))],
    ];
    for (const [code, revoke] of revokes) {
      const editor = await Editor.open(ctx, world.document.id);
      await pushUpdate(ctx, pushOf(world.document, editor.type("voor ")));
      await revoke();
      // Also where this process still believes that it may: the transaction looks again.
      expect(await codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("na "))))).toBe(code);
      expect(await storedText(house, world.document.id)).not.toContain("na ");
      await db.delete(standing);
      await db.update(groupMembership).set({ mayWrite: true, endedAt: null, endedBecause: null }).where(eq(groupMembership.personId, writer.id));
      await db.update(document).set({ moderation: "visible", readBy: "group", writtenBy: "group" }).where(eq(document.id, world.document.id));
      forgetRights(house);
    }
  });

  it("refuses a session that was ended", async () => {
    const editor = await Editor.open(ctx, world.document.id);
    const later = new Date(house.now().getTime() + 3_600_000);
    await house.database.db.insert(session).values({ id: "s1", personId: world.writer.id, device: "own", label: "proef", expiresAt: later, absoluteExpiresAt: later });
    const inSession = makeCtx(house, { actor: { ...ctx.actor, sessionId: "s1" } });
    await pushUpdate(inSession, pushOf(world.document, editor.type("a")));
    await house.database.db.delete(session);
    expect(await codeOf(pushUpdate(inSession, pushOf(world.document, editor.type("b"))))).toBe("session_ended");
  });

  it("lets what leans on a refused push wait, instead of storing it without its ground", async () => {
    const editor = await Editor.open(ctx, world.document.id);
    const [first, second] = [editor.type("een"), editor.type("twee")];
    // The right goes after the examination, before the transaction.
    const { withTx } = home.database;
    let revoked = false;
    house.database = {
      ...home.database,
      withTx: async (run) => {
        if (!revoked) await home.database.db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, world.writer.id));
        revoked = true;
        return withTx(run);
      },
    };
    const other = await ctxFor(house, world.other.id);
    const mine = codeOf(pushUpdate(ctx, pushOf(world.document, first)));
    const leaning = codeOf(pushUpdate(other, pushOf(world.document, second)));
    expect([await mine, await leaning]).toEqual(["forbidden", "retry"]);
    expect(await codeOf(pushUpdate(other, pushOf(world.document, second)))).toBe("gap");
    expect(await rowsOf(world.document.id)).toHaveLength(0);
    const fresh = (await Editor.open(other, world.document.id)).type("drie");
    expect(await codeOf(pushUpdate(other, pushOf(world.document, fresh)))).toBe("ok");
    expect(await storedText(house, world.document.id)).not.toContain("een");
  });
});

describe("crafted updates", () => {
  it("refuses to write under somebody else's client id, which would lose what they type next", async () => {
    const victim = await Editor.open(ctx, world.document.id);
    await pushUpdate(ctx, pushOf(world.document, victim.type("van mij")));
    const attacker = await ctxFor(house, world.other.id);
    const forger = await Editor.open(attacker, world.document.id);
    forger.doc.clientID = victim.doc.clientID;
    expect(await codeOf(pushUpdate(attacker, pushOf(world.document, forger.type("vervalst"))))).toBe("forbidden_content");
    await pushUpdate(ctx, pushOf(world.document, victim.type(" en verder")));
    expect(await storedText(house, world.document.id)).toContain("van mij en verder");
    expect(await storedText(house, world.document.id)).not.toContain("vervalst");
  });

  it("refuses an update of another text, with what the server has of this one", async () => {
    const second = await makeWorld(house);
    const elsewhere = await Editor.open(await ctxFor(house, second.writer.id), second.document.id);
    const error = await pushUpdate(ctx, pushOf(world.document, elsewhere.type("x"))).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "gap" });
    const has = Y.decodeStateVector((error as { detail: { stateVector: Uint8Array } }).detail.stateVector);
    expect([...has.values()]).toEqual([...Y.decodeStateVector(Y.encodeStateVector((await Editor.open(ctx, world.document.id)).doc)).values()]);
  });

  it("refuses what is too large, and editors that know less than the text holds", async () => {
    const editor = await Editor.open(ctx, world.document.id);
    expect(await codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("x".repeat(limits.documentPushBytes)))))).toBe("too_large");
    await house.database.db.update(document).set({ schemaVersion: schemaVersion + 1 }).where(eq(document.id, world.document.id));
    const again = await Editor.open(ctx, world.document.id);
    expect(await codeOf(pushUpdate(ctx, { ...pushOf(world.document, again.type("x")), schemaVersion }))).toBe("upgrade");
    await house.database.db.update(document).set({ schemaVersion, bytes: limits.documentBytes }).where(eq(document.id, world.document.id));
    expect(await codeOf(pushUpdate(ctx, { ...pushOf(world.document, again.type("y")), schemaVersion }))).toBe("gap");
    expect(await codeOf(pushUpdate(ctx, { ...pushOf(world.document, (await Editor.open(ctx, world.document.id)).type("y")), schemaVersion }))).toBe("too_large");
    expect(await rowsOf(world.document.id)).toHaveLength(0);
  });

  it("cuts off what takes too long while this process goes on, stores what others push meanwhile, and shuts its sender out", { timeout: 60_000 }, async () => {
    const editor = await Editor.open(ctx, world.document.id);
    for (let part = 0; part < 4; part += 1) await pushUpdate(ctx, pushOf(world.document, editor.type("a".repeat(50_000))));
    const bombs = [0, 1, 2].map((offset) => bombFor(editor, offset));
    hurryWith(bombs[0]!.byteLength / 2);
    const attacker = await ctxFor(house, world.other.id);
    const honest = await Editor.open(ctx, world.document.id);
    let slowest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      slowest = Math.max(slowest, performance.now() - last);
      last = performance.now();
    }, 5);
    for (const bomb of bombs) {
      const [attack, kept] = await Promise.all([codeOf(pushUpdate(attacker, pushOf(world.document, bomb))), codeOf(pushUpdate(ctx, pushOf(world.document, honest.type("b"))))]);
      expect(attack).toBe("retry");
      expect(["ok", "retry"]).toContain(kept);
    }
    clearInterval(pulse);
    expect(await codeOf(pushUpdate(attacker, pushOf(world.document, bombs[0]!)))).toBe("too_many");
    const text = await storedText(house, world.document.id);
    expect(text.match(/a/g)!.length).toBeGreaterThan(200_000);
    expect(await codeOf(pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type("c"))))).toBe("ok");
    expect(slowest).toBeLessThan(1_000);
  });
});

/** Gives what is as large as this a tenth of its time, since a fast machine may be done with a bomb within all of it. */
function hurryWith(bytes: number): void {
  const ask = WorkerLane.prototype.ask;
  const spy = vi.spyOn(WorkerLane.prototype, "ask").mockImplementation(function (this: WorkerLane, kind, order, limitMs) {
    return ask.call(this, kind, order, kind === "examine" && (order as Orders["examine"]["order"]).updates.some(({ byteLength }) => byteLength > bytes) ? limitMs / 10 : limitMs);
  } as typeof ask);
  onTestFinished(() => spy.mockRestore());
}

/** Deletes every third letter of a long text, one by one: 230 kB that take Yjs half a second. */
function bombFor(editor: Editor, offset: number): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(editor.doc));
  const longest = [...Y.decodeUpdate(Y.encodeStateAsUpdate(copy)).structs].sort((a, b) => b.length - a.length)[0]!;
  const ranges = Array.from({ length: 60_000 }, (_, index) => longest.id.clock + offset + index * 3);
  const bytes = [0, 1];
  const number = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  number(longest.id.client);
  number(ranges.length);
  for (const clock of ranges) {
    number(clock);
    number(1);
  }
  return Uint8Array.from(bytes);
}

it("keeps the names of members out of the log", async () => {
  const editor = await Editor.open(ctx, world.document.id);
  await pushUpdate(ctx, pushOf(world.document, editor.type("x")));
  const [membership] = await house.database.db.select().from(spaceMembership).where(eq(spaceMembership.personId, world.writer.id));
  const dumped = JSON.stringify(await rowsOf(world.document.id));
  expect(dumped).not.toContain(world.writer.id);
  expect(dumped).not.toContain(membership!.id);
});
