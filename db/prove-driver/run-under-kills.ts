import pg from "pg";

/** A client under trial: how it writes one group of rows in a transaction. */
export interface TriedClient {
  name: string;
  open(connectionString: string): {
    /** Writes the rows `1..size` of `group` in one transaction and answers once they are committed. */
    writeGroup(group: number, size: number): Promise<void>;
    close(): Promise<void>;
  };
}

/** The trial; times in milliseconds. */
export interface Trial {
  connectionString: string;
  client: TriedClient;
  callers: number;
  /** How many connections to kill before it ends. */
  kills: number;
  /** Between two kills. */
  pause: number;
  /** After this long without an answer a call counts as hung. */
  patience: number;
}

/** What came of it. */
export interface Outcome {
  client: string;
  kills: number;
  /** Calls that answered that their group was written. */
  done: number;
  /** Calls that answered with an error. */
  failed: number;
  /** Calls that never answered. */
  hung: number;
  /** Errors that reached the process because nobody could catch them. */
  uncaught: number;
  /** Groups of which some rows were kept and others not. */
  torn: number;
  /** Groups that were acknowledged and are not there. */
  lost: number;
  /** Whether a write succeeded after the last kill. */
  recovered: boolean;
}

const groupSize = 5;

/** Lets `callers` write groups without pause while one connection after another is killed, and counts what went wrong. */
export async function runUnderKills({ connectionString, client, callers, kills, pause, patience }: Trial): Promise<Outcome> {
  const referee = new pg.Client({ connectionString, application_name: "referee" });
  await referee.connect();
  await referee.query("CREATE TABLE IF NOT EXISTS trial_row (grp integer NOT NULL, n integer NOT NULL, PRIMARY KEY (grp, n))");
  await referee.query("DELETE FROM trial_row");
  const outcome: Outcome = { client: client.name, kills: 0, done: 0, failed: 0, hung: 0, uncaught: 0, torn: 0, lost: 0, recovered: false };
  const acknowledged: number[] = [];
  const onUncaught = () => void (outcome.uncaught += 1);
  const earlier = ["uncaughtException", "unhandledRejection"].map((event) => ({ event, listeners: process.rawListeners(event) }));
  for (const { event } of earlier) process.removeAllListeners(event).on(event, onUncaught);
  const tried = client.open(connectionString);
  let stopping = false;
  let groups = 0;

  async function callOnce(): Promise<boolean> {
    const group = (groups += 1);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"hung">((resolve) => (timer = setTimeout(() => resolve("hung"), patience)));
    const answer = await Promise.race([late, tried.writeGroup(group, groupSize).then(() => "done" as const, () => "failed" as const)]);
    clearTimeout(timer);
    outcome[answer] += 1;
    if (answer === "done") acknowledged.push(group);
    // A caller that waits for ever makes no more calls.
    return answer !== "hung";
  }
  async function call(): Promise<void> {
    while (!stopping && (await callOnce())) await new Promise((resolve) => setImmediate(resolve));
  }

  try {
    let everyoneStopped = false;
    const calling = Promise.all(Array.from({ length: callers }, call)).then(() => (everyoneStopped = true));
    while (outcome.kills < kills && !everyoneStopped) {
      const killed = await referee.query(
        `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
         WHERE datname = current_database() AND application_name <> 'referee' AND backend_type = 'client backend' ORDER BY random() LIMIT 1`,
      );
      outcome.kills += killed.rowCount ?? 0;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    stopping = true;
    await calling;
    for (let tries = 0; tries < 20 && !outcome.recovered; tries += 1) {
      const before = outcome.done;
      if (!(await callOnce())) break;
      outcome.recovered = outcome.done > before;
    }
    const torn = await referee.query<{ grp: number }>("SELECT grp FROM trial_row GROUP BY grp HAVING count(*) <> $1", [groupSize]);
    outcome.torn = torn.rows.length;
    const kept = await referee.query<{ grp: number }>("SELECT DISTINCT grp FROM trial_row");
    const there = new Set(kept.rows.map(({ grp }) => grp));
    outcome.lost = acknowledged.filter((group) => !there.has(group)).length;
  } finally {
    await Promise.race([tried.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2_000))]);
    await referee.query("DROP TABLE trial_row").catch(() => undefined);
    await referee.end();
    for (const { event, listeners } of earlier) {
      process.removeListener(event, onUncaught);
      for (const listener of listeners) process.on(event, listener as (...values: unknown[]) => void);
    }
  }
  return outcome;
}
