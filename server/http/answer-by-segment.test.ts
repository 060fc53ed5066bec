import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerBySegment } from "./answer-by-segment";

/** Routes that answer with their own name. */
const route = (id: string, path: string | undefined, parentId?: string) => [
  id,
  { id, path, parentId, module: { default: undefined, loader: ({ params }: { params: object }) => new Response(`${id} ${JSON.stringify(params)}`) } },
];
const routes = Object.fromEntries([
  route("start", ""),
  route("texts", "teksten"),
  route("text", "teksten/:id"),
  route("place", "plekken/:slug"),
  route("place-news", "nieuws", "place"),
  route("pathless", undefined),
  route("inside", "binnen/:id", "pathless"),
  route("chosen", ":language?/keuze"),
  route("anything", "*"),
]);
const build = { routes, assets: { routes: {}, entry: { module: "", imports: [] }, url: "", version: "1" }, entry: { module: {} }, future: {}, basename: "/", publicPath: "/", assetsBuildDirectory: "", isSpaMode: false, mode: "test" } as unknown as ServerBuild;

const servers = new Map<string, ReturnType<express.Express["listen"]>>();
beforeAll(async () => {
  // A build that may change is answered by all of its routes.
  for (const [name, given] of [["narrow", build], ["whole", async () => build]] as const) {
    const server = express().all("*", answerBySegment({ build: given, mode: "test", getLoadContext: () => ({}) })).listen(0);
    servers.set(name, server);
    await once(server, "listening");
  }
});
afterAll(() => servers.forEach((server) => server.close()));
const ask = async (name: string, path: string) => {
  const answer = await fetch(`http://127.0.0.1:${(servers.get(name)!.address() as AddressInfo).port}${path}`);
  return `${answer.status} ${await answer.text()}`;
};

test.each([
  ["/", "200 start {}"],
  ["/teksten", "200 texts {}"],
  ["/teksten/", "200 texts {}"],
  ["/teksten/7?x=/plekken/1", '200 text {"id":"7"}'],
  ["/teksten/7/8", '200 anything {"*":"teksten/7/8"}'],
  ["/TEKSTEN/7", '200 text {"id":"7"}'],
  ["/%74eksten/7", '200 text {"id":"7"}'],
  ["/plekken/bus/nieuws", '200 place-news {"slug":"bus"}'],
  ["/binnen/3", '200 inside {"id":"3"}'],
  ["/keuze", "200 chosen {}"],
  ["/teksten/keuze", '200 text {"id":"keuze"}'],
  ["/__proto__", '200 anything {"*":"__proto__"}'],
  ["//teksten/7", '200 anything {"*":"/teksten/7"}'],
])("%s leads where it does among all routes", async (path, expected) => {
  const [narrow, whole] = [await ask("narrow", path), await ask("whole", path)];
  expect(narrow).toBe(whole);
  expect(narrow).toBe(expected);
});
