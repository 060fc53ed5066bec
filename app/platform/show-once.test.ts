import { expect, test } from "vitest";
import type { LoadContext } from "./load-context.server";
import { redirectToShow, takeShown } from "./show-once.server";

const isCode = (value: unknown): value is { code: string } => typeof (value as { code?: unknown } | null)?.code === "string";

/** A request as the http door hands it on, and the Set-Cookies that came of it. */
function ask(cookie = "", publicUrl = "http://127.0.0.1:3000") {
  const cookies: string[] = [];
  const context = { ctx: { house: { publicUrl } }, reads: [], setCookie: (line: string) => void cookies.push(line) } as unknown as LoadContext;
  return { args: { request: new Request("http://127.0.0.1:3000/leden/1?x=1", { headers: { cookie } }), context }, cookies };
}

test("a page shows what a form gave it, once", () => {
  const posted = ask();
  const answer = redirectToShow(posted.args, "/leden/1", { code: "AB12-CD34" });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/leden/1"]);
  expect(posted.cookies).toEqual([expect.stringMatching(/^leerhoek_once=[\w-]+; Path=\/leden\/1; Max-Age=60; HttpOnly; SameSite=Strict$/)]);
  const fetched = ask(`leerhoek_session=x; ${posted.cookies[0]!.split(";")[0]}`);
  expect(takeShown(fetched.args, isCode)).toEqual({ code: "AB12-CD34" });
  expect(fetched.cookies).toEqual(["leerhoek_once=; Path=/leden/1; Max-Age=0; HttpOnly; SameSite=Strict"]);
  const again = ask();
  expect([takeShown(again.args, isCode), again.cookies]).toEqual([undefined, []]);
});

test("only over https where people use it", () => {
  const { args, cookies } = ask("", "https://leren.example");
  redirectToShow(args, "/leden/1", 1);
  expect(cookies[0]).toContain("; Secure");
});

test.each(["%", "bm90IGpzb24", Buffer.from("null").toString("base64url"), Buffer.from('{"code":1}').toString("base64url"), "a".repeat(2_000)])("%s is nothing to show", (value) => {
  expect(takeShown(ask(`leerhoek_once=${value}`).args, isCode)).toBeUndefined();
});
