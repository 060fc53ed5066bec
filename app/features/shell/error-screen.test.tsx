import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WordsProvider } from "~/platform/define-words";
import { ErrorScreen } from "./error-screen";

const waysOn = (error: { status: number; code?: string; group?: string }) => {
  const page = renderToStaticMarkup(<WordsProvider language="nl"><ErrorScreen {...error} /></WordsProvider>);
  return [...page.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, address]) => address);
};
const always = ["/", "/hulp"];

it("leads on to what there is to do first: sign in, the group to join, the trash in which a text lies", () => {
  expect(waysOn({ status: 401, code: "sign_in" })).toEqual(["/aanmelden", ...always]);
  expect(waysOn({ status: 403, code: "join_group", group: "g" })).toEqual(["/groepen/g", ...always]);
  expect(waysOn({ status: 410, code: "in_trash", group: "g" })).toEqual(["/groepen/g/prullenbak", ...always]);
});

it("leads to no group that the refusal does not say", () => {
  for (const error of [{ status: 403, code: "join_group" }, { status: 410, code: "in_trash" }, { status: 404, code: "not_found", group: "g" }, { status: 500 }]) expect(waysOn(error)).toEqual(always);
});
