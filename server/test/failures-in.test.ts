import { expect, it } from "vitest";
import { failuresInPlaywright, failuresInVitest } from "./failures-in.mjs";

it("names each test that failed and each file that could not run, with the beginning of why", () => {
  const many = `AssertionError: expected 1 to be 2\n${Array.from({ length: 40 }, (_, line) => `at ${line}`).join("\n")}`;
  const failures = failuresInVitest({
    testResults: [
      { name: "/a.test.ts", message: "", assertionResults: [{ status: "passed", fullName: "goes well", failureMessages: [] }, { status: "failed", fullName: "counts", failureMessages: [many] }] },
      { name: "/b.test.ts", message: "Cannot find module", assertionResults: [] },
      { name: "/c.test.ts", message: "", assertionResults: [] },
    ],
  });
  expect(failures.map((one) => one.split("\n").slice(0, 2))).toEqual([["/a.test.ts: counts", "    AssertionError: expected 1 to be 2"], ["/b.test.ts", "    Cannot find module"]]);
  expect(failures[0]!.split("\n")).toHaveLength(15);
});

it("names each journey that failed, where, why without colours, and what its server said last", () => {
  const failed = { errors: [{ message: "\x1b[31mExpected\x1b[39m: yes", location: { file: "/e2e/steps.ts", line: 7 } }], attachments: [{ name: "server", body: Buffer.from("warned").toString("base64") }] };
  // Of a journey that runs in several projects the report keeps whether the first one was ok.
  const spec = (title: string, tests: object[]) => ({ ok: true, title, file: "a.e2e.ts", line: 3, tests });
  const failures = failuresInPlaywright({
    errors: [{ message: "no browser" }],
    suites: [
      {
        specs: [spec("goes well", [{ status: "expected", projectName: "walk", results: [{}] }])],
        suites: [{ specs: [spec("asks", [{ status: "expected", projectName: "embedded", results: [{}] }, { status: "unexpected", projectName: "walk", results: [failed] }])] }],
      },
    ],
  });
  expect(failures).toEqual(["before any journey\n    no browser", "[walk] a.e2e.ts:3 asks at steps.ts:7\n    Expected: yes\n  the server said last:\n    warned"]);
});
