import { startPostgres } from "../test/start-postgres";
import { ownClient } from "./own-client";
import { postgresClient } from "./postgres-client";
import { runUnderKills, type Outcome } from "./run-under-kills";

const explanation = `
What each line of the table means, after ${"`kills`"} connections were ended by force under 40 callers:
  done      groups of rows that the driver said were written        failed    calls that answered with an error, which a caller can handle
  hung      calls that never answered                               uncaught  errors that no code could catch; each would end the process
  torn      groups of which only a part was kept                    lost      groups said to be written that are not there
`;

/** Shows why the platform uses \`pg\` with its own \`withTx\`: both drivers do the same work while their connections are killed. Exit code 1 when ours fails. */
async function prove(): Promise<void> {
  const server = await startPostgres();
  const outcomes: Outcome[] = [];
  try {
    await server.administer("CREATE DATABASE prove_driver");
    for (const client of [postgresClient, ownClient]) {
      const trial = { connectionString: server.connectionString("prove_driver"), client, callers: 40, kills: 200, pause: 50, patience: 10_000 };
      outcomes.push(await runUnderKills(trial));
    }
    await server.administer("DROP DATABASE prove_driver WITH (FORCE)");
  } finally {
    await server.stop();
  }
  console.table(Object.fromEntries(outcomes.map(({ client, ...counts }) => [client, counts])));
  console.log(explanation);
  const own = outcomes.at(-1);
  process.exit(own && own.recovered && own.hung + own.uncaught + own.torn + own.lost === 0 ? 0 : 1);
}

prove().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
