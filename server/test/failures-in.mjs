// What failed, out of the reports of the test runners: `npm test` says it once more where people look first, at the end.

const linesOf = 14;

/** Vitest's JSON report. A file that could not be run at all has a message and no tests. */
export function failuresInVitest({ testResults = [] }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed").map((one) => said(`${name}: ${one.fullName}`, one.failureMessages[0]));
    return failed.length === 0 && message ? [said(name, message)] : failed;
  });
}

/** Playwright's JSON report, with what the server said last where a journey kept that. */
export function failuresInPlaywright({ suites = [], errors = [] }) {
  const inSuite = (suite) => [...(suite.specs ?? []).flatMap(inSpec), ...(suite.suites ?? []).flatMap(inSuite)];
  return [...errors.map(({ message }) => said("before any journey", message)), ...suites.flatMap(inSuite)];
}

function inSpec({ file, line, title, tests }) {
  return tests
    .filter(({ status }) => status === "unexpected")
    .map(({ projectName, results }) => {
      const { errors = [], attachments = [], status } = results.at(-1) ?? {};
      const server = attachments.find(({ name }) => name === "server")?.body;
      const [first = { message: status }] = errors;
      const at = first.location ? ` at ${first.location.file.split("/").at(-1)}:${first.location.line}` : "";
      return said(`[${projectName}] ${file}:${line} ${title}${at}`, first.message) + (server ? `\n  the server said last:\n${indent(Buffer.from(server, "base64").toString())}` : "");
    });
}

const said = (name, message) => `${name}\n${indent(plain(message ?? "no message").split("\n").filter((line) => line.trim() !== "").slice(0, linesOf).join("\n"))}`;
const indent = (text) => text.replace(/^/gm, "    ");
const plain = (text) => text.replace(/\x1b\[[0-9;]*m/g, "");
