import type { GetManualChunk, ManualChunkMeta } from "rollup";

/** Marks the entry that Remix makes for the browser of each route. */
const entryMark = "?__remix-build-client-route";

/**
 * Puts what a page with the framework fetches into few scripts. Every route is built for the browser and what several of
 * them use is cut apart by which of them do; but only a few ever come there, so it is cut by which of those use it.
 */
export function groupScripts(): GetManualChunk {
  let groups: Map<string, string> | undefined;
  return (id, meta) => (groups ??= groupsOf(meta)).get(id);
}

/** The name of the script that a module belongs in: that of the one page that uses it, or of all that do. */
function groupsOf(meta: ManualChunkMeta): Map<string, string> {
  const ids = [...meta.getModuleIds()];
  const codeOf = (id: string) => meta.getModuleInfo(id)?.code ?? "";
  const entries = ids.filter((id) => id.endsWith(entryMark));
  const pages = entries.filter((id) => /\bhydrate:/.test(codeOf(id.replace(entryMark, ""))));
  // The document and the start are part of each of them.
  const always = ids.filter((id) => /\/app\/(root\.tsx\?__remix-build-client-route|entry\.client\.tsx)$/.test(id));
  const users = new Map<string, string[]>();
  for (const page of pages) {
    for (const id of reach([page, ...always], meta)) users.set(id, [...(users.get(id) ?? []), nameOf(page)]);
  }
  for (const id of entries.concat(always)) if (users.get(id)?.length !== 1) users.delete(id);
  // What no such page uses would otherwise be put with the first one that imports the file it is handed on by.
  for (const id of ids) if (id.includes("/app/ui/") && !users.has(id)) users.set(id, ["elsewhere"]);
  return new Map([...users].map(([id, names]) => [id, names.length === pages.length ? "hydrated" : names.sort().join("-and-")]));
}

/** Everything that these import, without what they fetch later. */
function reach(starts: string[], meta: ManualChunkMeta): Set<string> {
  const seen = new Set(starts);
  for (const id of seen) for (const next of importsOf(id, meta)) seen.add(next);
  return seen;
}

/** What a module imports; of the file that hands on all pieces of the screen, those that it names. */
function importsOf(id: string, meta: ManualChunkMeta): string[] {
  const { importedIds = [], code } = meta.getModuleInfo(id) ?? {};
  const names = [...(code ?? "").matchAll(/import\s*\{([^}]*)\}\s*from\s*"~\/ui"/g)].flatMap((found) => found[1]!.split(",").map((name) => name.trim().split(" ")[0]!));
  return importedIds.flatMap((next) => {
    if (!next.endsWith("/app/ui/index.ts")) return [next];
    const pieces = meta.getModuleInfo(next)?.importedIds ?? [];
    return pieces.filter((piece) => names.some((name) => meta.getModuleInfo(piece)?.exports?.includes(name)));
  });
}

const nameOf = (entry: string) => entry.slice(entry.lastIndexOf("/") + 1).replace(/\.tsx.*$/, "").replace(/\$/g, "_");
