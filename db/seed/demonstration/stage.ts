import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server";
import type { Demonstration, DemoPerson } from "#db/seed/regions/demonstration";
import { resolveMoment, type Moment } from "#db/seed/regions/moment";
import { makeCtx, theHouse, type Actor, type Ctx, type House } from "~/platform/ctx.server";
import { handleFacts } from "~/platform/fact-handlers.server";
import { factTypes, type FactType } from "~/platform/facts";
import { collectFacts, factStatement, type FactWriter } from "~/platform/write-facts.server";

/** Somebody of the demonstration as the database knows them. */
export interface Player {
  key: string;
  name: string;
  personId: string;
  actorId: string;
  signInName: string;
}

/** One thing that somebody did, at its own moment. */
export interface Step {
  at: Date;
  /** For the message of a refusal: a refused step is a defect of the demonstration's data. */
  what: string;
  act: () => Promise<unknown>;
}

/** The house in which the demonstration is acted: real actions, a clock that stands where the play is, and one transaction around it all. */
export interface Stage {
  db: Db;
  demo: Demonstration;
  /** The moment of seeding: nothing of the play may lie after it. */
  today: Date;
  timeZone: string;
  at: (moment: Moment) => Date;
  player: (key: string) => Player;
  /** The context in which somebody acts now; null is a reader without an account. */
  as: (key: string | null) => Ctx;
  /** The house itself, as a job has it. */
  asHouse: () => Ctx;
  /** The id of a thing by its kind and its key, the same each time. */
  id: (kind: string, ...key: string[]) => string;
  /** Notes the id of what an action named by itself. */
  noteId: (id: string, kind: string, ...key: string[]) => void;
  /** Writes rows and facts that no action writes, as an action would. */
  write: (ctx: Ctx, run: (ctx: Ctx, fact: FactWriter) => Promise<void>) => Promise<void>;
  /** Plays the steps in the order of their moments; each is followed by what it wakes, so that notices carry its moment too. */
  play: (steps: Step[]) => Promise<void>;
}

export interface StageGiven {
  house: House;
  /** The transaction that holds the whole play. */
  db: Db;
  demo: Demonstration;
  today: Date;
}

const handledAtOnce = 50;

/** Opens a stage. */
export function openStage({ house, db, demo, today }: StageGiven): Stage {
  const { timeZone } = house.region;
  const ids = new Map<string, string>();
  const players = new Map(demo.people.map((one) => [one.key, playerOf(one)]));
  const roles = new Map(demo.people.map((one) => [one.key, one.installationRoles]));
  let now = today;
  let woken = false;

  const acting: House = {
    ...house,
    now: () => now,
    // Nobody hurries in a play, and nobody else's tries are counted.
    limiter: { consume: async () => undefined, consumeKey: async () => undefined, forget: async () => undefined, giveBack: async () => undefined },
    publisher: { ...house.publisher, publish: (facts) => void (woken ||= facts.some((fact) => factTypes().get(fact.type)?.wakes)) },
    database: {
      ...house.database,
      db,
      withTx: async (run) => {
        const { value, last } = await run(db);
        return { value, rows: last === undefined ? [] : (await db.execute(last)).rows };
      },
    },
  };

  const player = (key: string) => {
    const found = players.get(key);
    if (!found) throw new Error(`the demonstration has nobody called ${key}`);
    return found;
  };
  const actorOf = (key: string): Actor => {
    const { personId, actorId } = player(key);
    const ageGroup = demo.people.find((one) => one.key === key)!.ageGroup;
    return { personId, actorId, ageGroup, roles: roles.get(key) ?? [], sessionId: null, system: false };
  };
  // The same moments are asked for again and again, and the clock of a region is slow to read.
  const moments = new Map<string, Date>();
  const momentOf = (moment: Moment) => {
    const name = `${moment.day} ${moment.at} ${moment.weekday ?? ""}`;
    const known = moments.get(name) ?? resolveMoment(moment, today, timeZone);
    moments.set(name, known);
    return known;
  };
  const nameOf = (kind: string, key: string[]) => [kind, ...key].join("/");

  return {
    db,
    demo,
    today,
    timeZone,
    at: momentOf,
    player,
    as: (key) => makeCtx(acting, key === null ? {} : { actor: actorOf(key) }),
    asHouse: () => makeCtx(acting, { actor: theHouse }),
    id: (kind, ...key) => {
      const name = nameOf(kind, key);
      const id = ids.get(name) ?? randomUUID();
      ids.set(name, id);
      return id;
    },
    noteId: (id, kind, ...key) => void ids.set(nameOf(kind, key), id),
    write: async (ctx, run) => {
      const { facts, fact } = collectFacts(ctx);
      await run({ ...ctx, writing: true }, fact);
      if (facts.length === 0) return;
      await db.execute(factStatement(facts));
      woken ||= facts.some((one) => one.type.wakes);
    },
    play: async (steps) => {
      const inOrder = steps.map((step, place) => ({ step, place })).sort((a, b) => a.step.at.getTime() - b.step.at.getTime() || a.place - b.place);
      for (const { step } of inOrder) {
        now = step.at;
        try {
          await step.act();
          while (woken) {
            woken = false;
            while ((await handleFacts(acting, handledAtOnce)) === handledAtOnce);
          }
        } catch (cause) {
          throw new Error(`The demonstration cannot be loaded: "${step.what}" at ${step.at.toISOString()} was refused.`, { cause });
        }
      }
      now = today;
    },
  };
}

/** A declared fact by its name, for what only the demonstration writes outside an action. */
export function declaredFact(name: string): FactType {
  const type = factTypes().get(name);
  if (!type) throw new Error(`${name} is not declared`);
  return type;
}

export const minutes = (date: Date, more: number): Date => new Date(date.getTime() + more * 60_000);
export const hours = (date: Date, more: number): Date => minutes(date, more * 60);
export const days = (date: Date, more: number): Date => hours(date, more * 24);
export const earliest = (...dates: Date[]): Date => new Date(Math.min(...dates.map(Number)));
export const latest = (...dates: Date[]): Date => new Date(Math.max(...dates.map(Number)));

/** A sign-in name in the form that the product makes, always the same for the same person: the key and three digits. */
export function signInNameOf(key: string): string {
  const digits = [...key].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 900, 7) + 100;
  return `${key}-${digits}`;
}

function playerOf({ key, name }: DemoPerson): Player {
  return { key, name, personId: randomUUID(), actorId: randomUUID(), signInName: signInNameOf(key) };
}
