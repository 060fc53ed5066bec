import fc from "fast-check";
import { io } from "socket.io-client";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { useDatabase } from "#db/test/use-database";
import "~/features/documents/index.server";
import { codes } from "~/platform/codes";
import { liveEvents, type LiveEvent } from "~/platform/live-event.server";
import { everything } from "./test/everything";
import { openWorld, type LiveWorld } from "./test/world";

const home = useDatabase();
let world: LiveWorld | null = null;
afterEach(() => world?.close());

/** Payloads for each event and person: as its schema says, with ids that exist and ids that do not, and then spoilt in one place. */
const payloads = 40;

test("payloads made from each event's own schema, whole and spoilt, are answered with a known code, and what is refused leaves nothing behind", { timeout: 240_000 }, async () => {
  world = await openWorld(home.database);
  const { scene, url } = world;
  const known = [scene.discussion.id, scene.group.id, scene.space.id];
  const wrong: string[] = [];
  const accepted = new Set<string>();
  for (const person of [scene.noor, scene.stranger]) {
    const cookie = `leerhoek_session=${await world.signIn(person.id)}`;
    for (const event of liveEvents().values()) {
      // A connection for each: nobody sends this many over one in ten seconds.
      const socket = io(url, { path: "/live", transports: ["websocket"], forceNew: true, extraHeaders: { cookie, origin: url } });
      // Once it is connected: signing in leaves something too.
      await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
      let before = await everything(home.database);
      for (const payload of fc.sample(spoilt(arbitraryOf(event, known)), { numRuns: payloads, seed: 7 })) {
        const answer = (await socket.timeout(20_000).emitWithAck(event.name, payload)) as { ok: boolean; code?: string };
        const said = `${event.name} ${JSON.stringify(payload)?.slice(0, 300)}: ${JSON.stringify(answer).slice(0, 200)}`;
        if (answer.ok) accepted.add(event.name);
        if (!answer.ok && (!answer.code || !(answer.code in codes) || answer.code === "failed")) wrong.push(said);
        const after = await everything(home.database);
        if (!answer.ok && after !== before) wrong.push(`refused, and something stayed: ${said}`);
        if (answer.ok && person === scene.stranger && !event.volatile && after !== before) wrong.push(`a stranger changed something: ${said}`);
        before = after;
      }
      socket.disconnect();
    }
  }
  expect(wrong).toEqual([]);
  // Else the payloads would be too far off to reach anything.
  expect([...accepted]).toEqual(expect.arrayContaining(["message:post", "discussion:read"]));
});

type Schema = { type?: string; format?: string; const?: unknown; enum?: unknown[]; anyOf?: Schema[]; oneOf?: Schema[]; properties?: Record<string, Schema>; required?: string[]; items?: Schema; prefixItems?: Schema[]; minimum?: number; maximum?: number; maxLength?: number; minItems?: number; maxItems?: number; pattern?: string };

function arbitraryOf(event: LiveEvent, known: string[]): fc.Arbitrary<unknown> {
  return arbitrary(z.toJSONSchema(event.input, { io: "input", unrepresentable: "any" }) as Schema, known);
}

/** What a schema allows, and along its edges: longest text, largest number, ids that are there and that are not. */
function arbitrary(schema: Schema, known: string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => arbitrary(one, known)));
  if (schema.type === "object") {
    const properties = Object.entries(schema.properties ?? {});
    return fc.record(Object.fromEntries(properties.map(([name, one]) => [name, arbitrary(one, known)])), { requiredKeys: schema.required ?? [] });
  }
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((one) => arbitrary(one, known)));
  if (schema.type === "array") return fc.array(arbitrary(schema.items ?? {}, known), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) });
  if (schema.type === "integer" || schema.type === "number") return fc.integer({ min: Math.max(schema.minimum ?? 0, -(2 ** 31)), max: Math.min(schema.maximum ?? 2 ** 31, 2 ** 31) });
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "null") return fc.constant(null);
  if (schema.type === "string" && (schema.format === "uuid" || schema.pattern?.includes("0-9a-f"))) return fc.oneof(fc.constantFrom(...known), fc.uuid());
  if (schema.type === "string") return fc.oneof(hostileText, fc.string({ unit: "grapheme", maxLength: Math.min(schema.maxLength ?? 40, 40) }));
  return fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant(null), hostileText);
}

const hostileText = fc.constantFrom("\u202Etxt.exe", "a\u0300".repeat(40), "👨‍👩‍👧‍👦🏳️‍🌈", "\u0000", "\ud800", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "[hier](javascript:alert(1))", "x".repeat(1_000_000), "@Noor ".repeat(500), " ", "");

/** Half of them as they are; the others with one thing missing, of another kind, too large, or one thing too many. */
function spoilt(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const junk = fc.oneof(fc.constantFrom<unknown>(null, -1, 1e308, 2 ** 53, [], {}, "__proto__", { toString: null }, true), hostileText);
  return fc.oneof(
    whole,
    fc.tuple(whole, fc.nat(), junk, fc.constantFrom("drop", "replace", "add")).map(([payload, place, value, how]) => {
      if (typeof payload !== "object" || payload === null) return value;
      const keys = Object.keys(payload);
      const key = how === "add" ? "andersIets" : keys[place % Math.max(1, keys.length)];
      if (key === undefined) return value;
      const { [key]: _gone, ...rest } = payload as Record<string, unknown>;
      return how === "drop" ? rest : { ...rest, [key]: value };
    }),
  );
}
