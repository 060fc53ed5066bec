import { expect, test } from "vitest";
import { leadsTo } from "./links-in";

const path = "/teksten/11111111-1111-4111-8111-111111111111";

test("finds a link wherever it stands, with what comes behind the page and by whatever name of the site", () => {
  for (const text of [`Zie https://leerhoek.example${path}.`, `- een\n- **[dit](https://x.example${path}#tekst)**`, `www.x.example${path}?taal=fr`, `_http://x.example${path.toUpperCase().replace("TEKSTEN", "teksten")}/versies_`]) expect([text, leadsTo(text, path)]).toEqual([text, true]);
});

test("takes nothing else for one", () => {
  for (const text of [path, `zie ${path}`, `[dit](${path})`, `https://x.example${path}0`, `https://x.example/x?naar=${path}`, "jan@x.example"]) expect([text, leadsTo(text, path)]).toEqual([text, false]);
});
