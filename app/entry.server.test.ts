import { expect, it } from "vitest";
import { handleError } from "./entry.server";
import type { LoadContext } from "./platform/load-context.server";

/** Which level each error was logged at. */
function levelsOf(...errors: unknown[]): string[] {
  const levels: string[] = [];
  const logger = { info: () => void levels.push("info"), error: () => void levels.push("error") };
  const context = { requestId: "1", ctx: { house: { logger } } } as unknown as LoadContext;
  for (const error of errors) handleError(error, { request: new Request("http://here.test/"), context });
  return levels;
}

const refused = (status: number) => ({ status, statusText: "", internal: true, data: "" });

it("keeps requests that Remix refuses out of the log of errors, and failures of ours in it", () => {
  expect(levelsOf(refused(405), refused(404))).toEqual(["info", "info"]);
  expect(levelsOf(refused(500), new Error("defect"), new TypeError("defect"))).toEqual(["error", "error", "error"]);
});

it("says nothing of a request that the browser broke off", () => {
  const gone = new AbortController();
  gone.abort();
  const context = { ctx: { house: { logger: { info: () => expect.fail(), error: () => expect.fail() } } } } as unknown as LoadContext;
  handleError(new Error("aborted"), { request: new Request("http://here.test/", { signal: gone.signal }), context });
});
