import { createRequestHandler, type GetLoadContextFunction, type RequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";

interface Options {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: string;
  getLoadContext: GetLoadContextFunction;
}

/**
 * Answers pages as Remix does. It works through all of its routes several times for every request, so it is given only
 * those that the first segment of the address can lead to; for any other address, all of them.
 */
export function answerBySegment({ build, ...rest }: Options): RequestHandler {
  const all = createRequestHandler({ build, ...rest });
  // In development the routes are those of the moment.
  if (typeof build === "function") return all;
  const handlers = new Map<string, RequestHandler>();
  for (const segment of segmentsOf(build)) handlers.set(segment, createRequestHandler({ build: narrow(build, segment), ...rest }));
  return (request, ...more) => (handlers.get(request.path.split("/")[1]!) ?? all)(request, ...more);
}

/** The first segments that are plain words. */
function segmentsOf(build: ServerBuild): Set<string> {
  return new Set(Object.keys(build.routes).flatMap((id) => firstSegment(build, id) ?? []));
}

/** The same build with the routes that begin with a segment, or with anything. */
function narrow(build: ServerBuild, segment: string): ServerBuild {
  const fits = ([id]: [string, unknown]) => [segment, null].includes(firstSegment(build, id));
  const pick = <R>(routes: Record<string, R>) => Object.fromEntries(Object.entries(routes).filter(fits));
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } };
}

/** The first segment of a route's address; null where it may be anything, or where the route stands around others. */
function firstSegment(build: ServerBuild, id: string): string | null {
  const path = pathOf(build, id);
  const first = path.split("/")[0]!;
  return first === "" || /^[:*]|\?$/.test(first) ? null : first;
}

function pathOf(build: ServerBuild, id: string): string {
  const route = build.routes[id]!;
  return [route.parentId ? pathOf(build, route.parentId) : "", route.path ?? ""].filter(Boolean).join("/");
}
