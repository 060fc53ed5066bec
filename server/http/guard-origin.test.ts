import { describe, expect, test } from "vitest";
import { judgeOrigin } from "./guard-origin";

const ours = ["https://leerhoek.test"];

describe("who started a write", () => {
  test.each([
    [{ "sec-fetch-site": "same-origin" }, "own"],
    [{ "sec-fetch-site": "same-origin", origin: "https://leerhoek.test" }, "own"],
    [{ origin: "https://leerhoek.test" }, "own"],
    [{ referer: "https://leerhoek.test/ik" }, "own"],
    [{ "sec-fetch-site": "cross-site", origin: "https://leerhoek.test" }, "foreign"],
    [{ "sec-fetch-site": "same-site" }, "foreign"],
    [{ "sec-fetch-site": "none", origin: "null" }, "foreign"],
    [{ origin: "null" }, "foreign"],
    [{ origin: "https://leerhoek.test.evil.test" }, "foreign"],
    [{ origin: "https://sub.leerhoek.test" }, "foreign"],
    [{ origin: "http://leerhoek.test" }, "foreign"],
    [{ origin: "https://leerhoek.test:8443" }, "foreign"],
    [{ origin: "%%%" }, "foreign"],
    [{ origin: "" }, "foreign"],
    [{ referer: "not an address" }, "foreign"],
    [{}, "unknown"],
  ] as const)("%j is %s", (headers, judged) => expect(judgeOrigin(headers, ours)).toBe(judged));
});
