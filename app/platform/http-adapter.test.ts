import { describe, expect, test } from "vitest";
import { AppError } from "./codes";
import { answerForm, readForm, safeNext } from "./http-adapter.server";

const post = (fields: [string, string][], headers: Record<string, string> = {}) =>
  new Request("http://here.test/groepen/1", { method: "POST", body: new URLSearchParams(fields), headers });

describe("safeNext", () => {
  test.each(["/", "/ik", "/gesprekken/12?vanaf=3#bericht-4", "/a/b", "/zoeken?q=fiets%20herstel"])("keeps %s", (path) => expect(safeNext(path)).toBe(path));
  test.each([
    null, undefined, "", "//evil.test", "///evil.test", "/\\evil.test", "\\\\evil.test", "/\\/evil.test", "http://evil.test", "https:evil.test",
    "javascript:alert(1)", "/\tevil", "/\n/evil.test", "/%0d\u0000", "ik", " /ik", "/..//evil.test", "/.//evil.test", "data:text/html,x", "/a\\b", `/${"a".repeat(600)}`,
  ])("refuses %j", (path) => expect(safeNext(path)).toBeNull());
});

test("a form's fields: lists by name or by repetition, no prototype to poison", async () => {
  const fields = await readForm(post([["naam", "An"], ["dorp[]", "Loker"], ["thema", "a"], ["thema", "b"], ["__proto__", "x"]]));
  expect(fields.naam).toBe("An");
  expect(fields.dorp).toEqual(["Loker"]);
  expect(fields.thema).toEqual(["a", "b"]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

describe("answerForm", () => {
  const refusing = (error: Error) => answerForm(post([["naam", "An"], ["password", "geheim"]], { referer: "http://here.test/groepen/1?a=b" }), () => Promise.reject(error));

  test("gives back what was typed, without secrets", async () => {
    const answer = await refusing(new AppError("invalid_input", { fields: { naam: "too_short" } }));
    expect(answer).toMatchObject({ data: { refusal: { code: "invalid_input", fields: { naam: "too_short" }, values: { naam: "An" } } }, init: { status: 422 } });
    expect(JSON.stringify(answer)).not.toContain("geheim");
  });
  test("leads to the sign-in page and back to the page of the form", async () => {
    const answer = (await refusing(new AppError("sign_in")).catch((thrown: unknown) => thrown)) as Response;
    expect(answer.headers.get("location")).toBe(`/aanmelden?next=${encodeURIComponent("/groepen/1?a=b")}`);
  });
  test("what is not to be known of is a page that does not exist", async () => {
    await expect(refusing(new AppError("not_found"))).rejects.toMatchObject({ status: 404 });
  });
  test("says when to try again", async () => {
    expect(await refusing(new AppError("busy", { retryAfterSeconds: 5 }))).toMatchObject({ init: { status: 503, headers: { "Retry-After": "5" } } });
  });
  test("a defect is not turned into a refusal", async () => {
    await expect(refusing(new TypeError("defect"))).rejects.toThrow("defect");
  });
});
