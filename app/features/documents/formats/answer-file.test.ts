import { describe, expect, it } from "vitest";
import { AppError, type Code } from "~/platform/codes";
import { answerFile, orSayOn, refusalIn } from "./answer-file";

const outcome = (page: string, code: Code) => orSayOn(page, () => Promise.reject(new AppError(code))).catch((error: unknown) => error);

describe("a file that was asked for on a page", () => {
  it("comes as something to keep, that runs nowhere", async () => {
    const answer = answerFile(await orSayOn("/x", () => Promise.resolve({ name: "de-bus.html", type: "text/html; charset=utf-8", body: "<p>" })));
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="de-bus.html"');
    expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
  });

  it("is said not to be made on that page, in words of ours, and nothing else of the address is believed", async () => {
    for (const [page, code, to] of [["/teksten/x/meenemen", "file_not_made", "/teksten/x/meenemen?niet=file_not_made"], ["/leermateriaal/a/1/meenemen?makkelijk", "busy", "/leermateriaal/a/1/meenemen?makkelijk&niet=busy"]] as const) {
      const answer = (await outcome(page, code)) as Response;
      expect([answer.status, answer.headers.get("Location")]).toEqual([303, to]);
      expect(refusalIn(new Request(`http://x${to}`))).toEqual({ code, fields: {}, values: {} });
    }
    for (const query of ["", "?niet=", "?niet=not_found", "?niet=<b>", "?niet=constructor"]) expect(refusalIn(new Request(`http://x/meenemen${query}`))).toBe(undefined);
  });

  it("that nobody may have, or that is not there, is what every page says of it", async () => {
    for (const code of ["not_found", "join_group", "sign_in", "failed"] as const) expect(await outcome("/x", code)).toMatchObject({ code });
  });
});
