import { build } from "esbuild";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { wantsHydration, type RouteHandle } from "~/platform/handle";

const assets = fileURLToPath(new URL("../../../build/client/assets", import.meta.url));

/** A route as the browser meets it. Scripts are names in the folder of built files. */
export interface BuiltRoute {
  id: string;
  /** Brings the framework to somebody with an account. */
  hydrated: boolean;
  /** What the page asks for before it lives: the entry, every layout around the route and the route, with all they import. */
  atOnce: string[];
  /** What those fetch later, by a dynamic import. */
  onUse: string[];
}

interface Manifest {
  entry: { module: string };
  routes: Record<string, { id: string; parentId?: string; module: string }>;
}

interface Imported {
  atOnce: string[];
  onUse: string[];
}

/** The built files whose name begins and ends so, without their compressed twins. */
export function builtFiles(start: string, end: string): string[] {
  if (!existsSync(assets)) throw new Error("There is no build to look at: run npm run build first.");
  return readdirSync(assets).filter((name) => name.startsWith(start) && name.endsWith(end));
}

export const readBuilt = (name: string): string => readFileSync(join(assets, name), "utf8");

/** What these files weigh on the wire, in bytes: their brotli twins are what is sent. */
export function weigh(names: Iterable<string>): number {
  let sum = 0;
  for (const name of names) sum += statSync(join(assets, `${name}.br`)).size;
  return sum;
}

/** Every route of the build, from its manifest and from what each built file imports; new ones are in it by themselves. */
export async function readRoutes(): Promise<BuiltRoute[]> {
  const manifest = readManifest();
  const imports = await readImports(Object.values(manifest.routes).map((route) => basename(route.module)));
  const entry = basename(manifest.entry.module);
  return Promise.all(
    Object.values(manifest.routes).map(async (route) => {
      const modules: string[] = [];
      for (let at: typeof route | undefined = route; at; at = at.parentId ? manifest.routes[at.parentId] : undefined) modules.push(basename(at.module));
      const atOnce = follow([entry, ...modules], (name) => imports.get(name)?.atOnce ?? []);
      const later = follow([...atOnce], (name) => [...(imports.get(name)?.atOnce ?? []), ...(imports.get(name)?.onUse ?? [])]);
      const handles = await Promise.all(modules.map(readHandle));
      return { id: route.id, hydrated: wantsHydration(handles, true), atOnce: [...atOnce], onUse: [...later].filter((name) => !atOnce.has(name)) };
    }),
  );
}

async function readHandle(name: string): Promise<RouteHandle | undefined> {
  return ((await import(pathToFileURL(join(assets, name)).href)) as { handle?: RouteHandle }).handle;
}

function readManifest(): Manifest {
  const [name, ...more] = builtFiles("manifest-", ".js");
  if (!name || more.length > 0) throw new Error("The build has not exactly one manifest of routes.");
  const text = readBuilt(name);
  return JSON.parse(text.slice(text.indexOf("=") + 1).replace(/;\s*$/, "")) as Manifest;
}

/** What each built file imports, read by a parser. */
async function readImports(routes: string[]): Promise<Map<string, Imported>> {
  const entryPoints = [...routes, ...builtFiles("entry.client-", ".js")];
  const { metafile } = await build({ absWorkingDir: assets, entryPoints, bundle: true, splitting: true, format: "esm", outdir: "out", write: false, metafile: true, logLevel: "error" });
  return new Map(
    Object.entries(metafile.inputs).map(([name, { imports }]) => {
      const named = (kind: string) => imports.filter((one) => one.kind === kind).map((one) => one.path);
      return [name, { atOnce: named("import-statement"), onUse: named("dynamic-import") }];
    }),
  );
}

function follow(starts: string[], next: (name: string) => string[]): Set<string> {
  const seen = new Set(starts);
  for (const name of seen) for (const one of next(name)) seen.add(one);
  return seen;
}
