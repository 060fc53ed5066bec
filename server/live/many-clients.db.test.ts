import { and, asc, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { MadePerson } from "#db/factories/make-person";
import { message, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { moveDiscussion, moveMessage, readDiscussion } from "~/features/discussions/index.server";
import { start, shownMessages } from "~/features/discussions/live/follow-discussion";
import { reactionKinds } from "~/features/discussions/reactions/kinds";
import { askToJoin, decideOnRequest, removeFromGroup } from "~/features/groups/index.server";
import { AppError } from "~/platform/codes";
import type { Delivery } from "~/platform/live-client/follow-stream";
import { randomFrom, type Random } from "~/platform/test/random";
import { ctxFor } from "~/platform/test/test-house";
import { Screen } from "./test/screen";
import { openWorld, type LiveWorld } from "./test/world";

const home = useDatabase();
const names = ["noor", "jef", "fatima"] as const;
type Name = (typeof names)[number];
/** Schedules per home in `npm test`; more with `FUZZ_SCHEDULES`. */
const schedules = Number(process.env["FUZZ_SCHEDULES"] ?? 6);

const who = fc.constantFrom(...names);
const at = fc.nat(30);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("post" as const), who, at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("edit" as const), who, at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), who, at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("react" as const), who, at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cut" as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("plug" as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("revoke" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("let back" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move" as const), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move message" as const), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("breathe" as const), at }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Jef is the one who is put out and let back in; what is written in between is not for him. */
class Play {
  private readonly screens = new Map<Name, Screen>();
  private inside = true;
  /** Texts that were sent while Jef was out, by everyone who was in. */
  private readonly keptFromJef = new Set<string>();
  readonly leaks: string[] = [];
  readonly posted = new Map<Name, string[]>(names.map((name) => [name, []]));

  private constructor(
    private readonly world: LiveWorld,
    private readonly random: Random,
  ) {}

  static async open(world: LiveWorld, random: Random): Promise<Play> {
    const play = new Play(world, random);
    for (const name of names) {
      const screen = new Screen({
        url: world.url,
        cookie: await world.signIn(play.person(name).id),
        discussionId: world.scene.discussion.id,
        losses: { unsent: 0.1, unanswered: 0.15, twice: 0.15 },
        random,
        ctx: () => ctxFor(world.scene.house, play.person(name).id),
        onReceived: (fact) => name === "jef" && play.hear(fact),
      });
      play.screens.set(name, screen);
      await screen.open();
    }
    return play;
  }

  async take(one: Step): Promise<void> {
    // Part of the schedule, so that others get ahead; nothing is waited for.
    if (one.do === "breathe") return new Promise((resolve) => setTimeout(resolve, one.at));
    if (one.do === "restart") return this.world.restart();
    if (one.do === "move") return this.move(one.at);
    if (one.do === "move message") return this.moveMessage(one.at);
    if (one.do === "revoke") return this.putOut();
    if (one.do === "let back") return this.letBack();
    const screen = this.screens.get(one.who)!;
    if (one.do === "cut") return screen.cut();
    if (one.do === "plug") return screen.plugIn();
    const seen = screen.shown();
    const target = seen.length > 0 ? seen[one.at % seen.length]! : null;
    if (one.do === "post") {
      const id = randomUUID();
      const text = `${one.who} zegt ${id}`;
      if (!this.inside && one.who !== "jef") this.keptFromJef.add(text);
      this.posted.get(one.who)!.push(id);
      return screen.post(id, text, target && one.at % 3 === 0 ? target.id : null);
    }
    if (!target) return;
    // Not waited for: it overtakes, and is overtaken.
    if (one.do === "edit") void screen.ask("message:edit", { id: target.id, rev: target.rev, text: `${target.text} (${one.who})` });
    if (one.do === "remove") void screen.ask("message:remove", { id: target.id });
    if (one.do === "react") void screen.ask("message:react", { id: target.id, kind: reactionKinds[one.at % reactionKinds.length]!, on: one.at % 4 !== 0 });
  }

  /** Everything is mended, and everybody is in again: then nothing may be missing anywhere. */
  async end(): Promise<void> {
    for (const screen of this.screens.values()) {
      screen.plugIn();
      screen.line.mend();
    }
    await this.letBack();
    for (const name of names) {
      const screen = this.screens.get(name)!;
      await screen.line.quiet();
      await expect.poll(() => this.comeBack(screen).then(() => screen.underWay()), { timeout: 10_000 }).toEqual([]);
    }
  }

  async check(told: string): Promise<void> {
    expect(this.leaks, told).toEqual([]);
    for (const name of names) {
      const screen = this.screens.get(name)!;
      const fresh = await readDiscussion(await ctxFor(this.world.scene.house, this.person(name).id), { id: this.world.scene.discussion.id, from: 1 });
      await expect.poll(() => this.comeBack(screen).then(() => screen.at), { timeout: 10_000, message: `${told}: ${name} is told everything` }).toEqual(fresh.streams.group);
      const state = start(fresh);
      expect(screen.shown(), `${told}: ${name}`).toEqual(shownMessages(state));
      expect(screen.discussion(), told).toEqual(state.discussion);
      const numbers = fresh.window.messages.map((message) => message.number);
      expect(numbers, told).toEqual(numbers.map((_, index) => index + 1));
      const ids = new Set(fresh.window.messages.map((message) => message.id));
      expect(ids.size, told).toBe(numbers.length);
      for (const { id } of (await readDiscussion(await ctxFor(this.world.scene.house, this.person(name).id), { id: this.world.beside.id, from: 1 })).window.messages) {
        expect(ids.has(id), `${told}: ${id} stands twice`).toBe(false);
        ids.add(id);
      }
      for (const id of screen.acknowledged) expect(ids.has(id), `${told}: ${name} lost an acknowledged message`).toBe(true);
      const refused = new Set(screen.unsent.map((item) => item.id));
      for (const id of this.posted.get(name)!) expect(ids.has(id) !== refused.has(id), `${told}: ${name} wrote ${id}`).toBe(true);
      if (name !== "jef") expect(refused.size, told).toBe(0);
    }
  }

  close(): void {
    for (const screen of this.screens.values()) screen.close();
  }

  /** What a person does who was told that they may not read, and may again, or that it moved. */
  private async comeBack(screen: Screen): Promise<void> {
    if (screen.denied || screen.discussion()?.gone) await screen.open();
  }
  private person(name: Name): MadePerson {
    return this.world.scene[name];
  }
  private hear(fact: Delivery): void {
    if (this.inside) return;
    for (const entity of fact.entities) if (this.keptFromJef.has(String(entity["text"]))) this.leaks.push(String(entity["text"]));
  }
  private async putOut(): Promise<void> {
    if (!this.inside) return;
    const { house, fatima } = this.world.scene;
    for (const group of this.world.groups) await removeFromGroup(await ctxFor(house, fatima.id), { groupId: group.id, membershipId: await this.membershipOfJef(), reason: "Even niet." });
    this.inside = false;
  }
  private async letBack(): Promise<void> {
    if (this.inside) return;
    const { house, fatima, jef } = this.world.scene;
    this.keptFromJef.clear();
    this.inside = true;
    for (const group of this.world.groups) {
      const { requestId } = await askToJoin(await ctxFor(house, jef.id), { groupId: group.id });
      await decideOnRequest(await ctxFor(house, fatima.id), { decision: "accept", requestId });
    }
  }
  private async move(at: number): Promise<void> {
    const { house, fatima, discussion } = this.world.scene;
    const { groups } = this.world;
    await moveDiscussion(await ctxFor(house, fatima.id), { discussion: discussion.id, to: groups[at % groups.length]!.id });
  }
  /** To the other conversation, or back from there. */
  private async moveMessage(at: number): Promise<void> {
    const { house, fatima } = this.world.scene;
    const talks = [this.world.scene.discussion.id, this.world.beside.id];
    const rows = await home.database.db.select().from(message).where(and(inArray(message.discussionId, talks), eq(message.state, "visible"))).orderBy(asc(message.id));
    const row = rows[at % Math.max(1, rows.length)];
    if (!row) return;
    const to = talks.find((id) => id !== row.discussionId)!;
    // It may be taken back at this very moment.
    await moveMessage(await ctxFor(house, fatima.id), { id: row.id, to, replies: at % 2 === 0 }).catch((error: unknown) => {
      if (!(error instanceof AppError && ["closed", "stale"].includes(error.code))) throw error;
    });
  }
  private async membershipOfJef(): Promise<string> {
    const [row] = await home.database.db.select({ id: spaceMembership.id }).from(spaceMembership).where(eq(spaceMembership.personId, this.person("jef").id));
    return row!.id;
  }
}

test(`whatever is lost, repeated, cut or revoked, every screen ends as a fresh page, over ${schedules} schedules`, { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), fc.integer(), async (steps, seed) => {
      const world = await openWorld(home.database);
      const play = await Play.open(world, randomFrom(seed));
      try {
        for (const one of steps) await play.take(one);
        await play.end();
        await play.check(`${steps.length} steps`);
      } finally {
        play.close();
        await world.close();
      }
    }),
    // Shrinking would play it anew with other timing; the steps as they were say more.
    { numRuns: schedules, endOnFailure: true },
  );
});
