import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A product of one page, with the real configuration of the build around it. */
const pages: Record<string, string> = {
  "tsconfig.json": '{ "compilerOptions": { "jsx": "react-jsx" } }',
  // With doors of its own: without them Remix would install what its own ones need.
  "app/entry.server.tsx": "export default function answer() {\n  return new Response();\n}\n",
  "app/entry.client.tsx": 'import { RemixBrowser } from "@remix-run/react";\nexport default RemixBrowser;\n',
  "app/routes.ts": 'import { flatRoutes } from "@remix-run/fs-routes";\nexport default flatRoutes();\n',
  "app/root.tsx": 'import { Outlet, Scripts } from "@remix-run/react";\nexport default function App() {\n  return <html lang="nl"><body><Outlet /><Scripts /></body></html>;\n}\n',
  "app/routes/_index.tsx": "export default function Page() {\n  return <h1>Dag</h1>;\n}\n",
};
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leerhoek-remix-config-"));
  mkdirSync(join(folder, "app/routes"), { recursive: true });
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(folder, path), text);
  for (const path of ["vite.config.ts", "package.json"]) writeFileSync(join(folder, path), readFileSync(path));
  for (const path of ["node_modules", "server", "app/ui", "app/public"]) symlinkSync(resolve(path), join(folder, path));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an option that is changed in remix.config.js changes the build", async () => {
  const options = readFileSync("remix.config.js", "utf8");
  const changed = options.replace('buildDirectory: "build"', 'buildDirectory: "elsewhere"');
  expect(changed).not.toBe(options);
  writeFileSync(join(folder, "remix.config.js"), changed);
  const vite = [resolve("node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, vite, { cwd: folder, env: { ...process.env, NODE_ENV: "production" } });
  expect(readdirSync(join(folder, "elsewhere/client/assets"))).toContainEqual(expect.stringMatching(/^_index-.*\.js$/));
  expect(existsSync(join(folder, "build"))).toBe(false);
}, 60_000);
