import { createServer } from "node:http";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, inflateSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { House } from "~/platform/ctx.server";
import { createLogger } from "~/platform/logger.server";
import type { ContentNode } from "../content";
import { htmlPageOf } from "./html-page";
import { odtOf, pdfOf } from "./make-by-program.server";
import { programOf, type ProgramName } from "./programs.server";
import { runProgram, type RunLimits } from "./run-program.server";
import { docxOf } from "./to-docx";
import { fileWords } from "./file-words";
import { anyContent } from "./test/any-content";
import { goodAddress, hostileContent } from "./test/hostile-content";
import { unzip } from "./test/unzip";

const folder = mkdtempSync(join(tmpdir(), "leerhoek-programs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, lines: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}
const limits: RunLimits = { ms: 20_000, memoryBytes: 500 * 1024 * 1024, outputBytes: 1_000 };
const run = (program: string, args: string[] = [], given: Partial<RunLimits> = {}) => runProgram(program, { input: { name: "in", bytes: "woorden" }, output: "out", args: () => args, limits: { ...limits, ...given } });
const said = (promise: Promise<Uint8Array>) => promise.then((bytes) => Buffer.from(bytes).toString(), (error: Error) => error.message);
const isThere = (pid: number) => existsSync(`/proc/${pid}`) && !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, "latin1"));

describe("a program of the machine", () => {
  it("gets a file in a folder of its own and nothing of what this process knows", async () => {
    process.env["LEERHOEK_SECRET"] = "geheim";
    const [where, ...rest] = (await said(run(script("tells", 'pwd > out; cat in >> out; echo >> out; env | sort | cut -d= -f1 >> out')))).split("\n");
    delete process.env["LEERHOEK_SECRET"];
    expect(rest[0]).toBe("woorden");
    expect(rest).not.toContain("LEERHOEK_SECRET");
    expect(rest).toContain("HOME");
    expect(existsSync(where!)).toBe(false);
  });

  it("takes away what a sudden stop left long ago, and nothing that is at work", async () => {
    const [old, fresh, other] = ["leerhoek-file-", "leerhoek-file-", "leerhoek-else-"].map((name) => mkdtempSync(join(tmpdir(), name))) as [string, string, string];
    writeFileSync(join(old, "text.html"), "woorden");
    for (const one of [old, other]) utimesSync(one, 1_000, 1_000);
    await run(script("quick", "echo x > out"));
    expect([old, fresh, other].map((one) => existsSync(one))).toEqual([false, true, true]);
    for (const one of [fresh, other]) rmSync(one, { recursive: true });
    expect(process.listeners("exit").filter((listener) => listener.name === "stop")).toEqual([]);
  });

  it("is ended with everything that it started when it takes too long", async () => {
    const pids = join(folder, "pids");
    expect(await said(run(script("hangs", `sleep 600 & echo $! > ${pids}; echo $$ >> ${pids}; wait`), [], { ms: 600 }))).toContain("took more than 600 ms");
    for (const pid of readFileSync(pids, "utf8").trim().split("\n").map(Number)) expect(isThere(pid)).toBe(false);
  });

  it("is ended when it takes too much memory", async () => {
    expect(await said(run(process.execPath, ["-e", "const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 5)"], { memoryBytes: 200 * 1024 * 1024 }))).toBe("it took too much memory");
  });

  it("gives nothing when it ends badly, makes nothing, makes too much or is not there", async () => {
    expect(await said(run(script("fails", "echo x > out; exit 3")))).toBe("it ended with 3");
    expect(await said(run(script("idle", "exit 0")))).toBe("it made no file");
    expect(await said(run(script("large", "head -c 2000 /dev/zero > out")))).toBe("it made a file that is too large");
    expect(await said(run(join(folder, "absent")))).toContain("ENOENT");
  });

  it("runs one at a time, with a few that wait, and refuses the rest at once", async () => {
    const gate = join(folder, "gate");
    const [here, program] = [join(folder, "running"), script("waits", `mkdir ${join(folder, "running")} || exit 9; while [ ! -e "$1" ]; do sleep 0.02; done; rmdir ${join(folder, "running")}; echo klaar > out`)];
    const runs = [1, 2, 3, 4].map(() => said(run(program, [gate])));
    expect(await said(run(program, [gate]))).toBe("busy");
    writeFileSync(gate, "");
    expect(await Promise.all(runs)).toEqual(["klaar\n", "klaar\n", "klaar\n", "klaar\n"]);
    expect(existsSync(here)).toBe(false);
    expect(await said(run(program, [gate]))).toBe("klaar\n");
  });
});

const houseWith = (env: Record<string, string>) => ({ env, logger: createLogger("silent") }) as unknown as House;
const content = { type: "doc", content: [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "De bus" }] }, { type: "details", content: [{ type: "detailsSummary", content: [{ type: "text", text: "Meer" }] }, { type: "paragraph", content: [{ type: "text", text: "Neem de bus." }] }] }] };
const given = { title: "Samen de bus nemen", source: "De groep", language: "nl" as const, people: {} };

describe("finding programs", () => {
  it("believes the configuration, and 0 means none", () => {
    const path = script("soffice", "exit 0");
    expect(programOf(houseWith({ SOFFICE_PATH: path }), "soffice")).toBe(path);
    for (const wrong of ["0", "soffice", join(folder, "absent")]) expect(programOf(houseWith({ SOFFICE_PATH: wrong }), "soffice")).toBe(null);
  });

  it("says that a file is not to be had without its program, and to try again when it did not come out", async () => {
    await expect(pdfOf(houseWith({ CHROMIUM_PATH: "0" }), "<p>")).rejects.toMatchObject({ code: "file_kind_absent" });
    for (const end of ["exit 1", "kill -9 $$", "exit 0"]) await expect(pdfOf(houseWith({ CHROMIUM_PATH: script("broken", end) }), "<p>")).rejects.toMatchObject({ code: "file_not_made" });
  });
});

const house = houseWith({});
const missing = (name: ProgramName) => programOf(house, name) === null;

// `npm test` installs Chromium where it is not; LibreOffice is too large for that.
describe("with the real programs", () => {
  it.skipIf(missing("chromium"))("makes a tagged PDF that says its title and language", { timeout: 60_000 }, async () => {
    const pdf = Buffer.from(await pdfOf(house, htmlPageOf(content, { ...given, lang: "nl" }))).toString("latin1");
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    for (const mark of ["/StructTreeRoot", "/MarkInfo", "/Lang (nl)", "/Outlines", "/Title (Samen de bus nemen)"]) expect(pdf).toContain(mark);
  });

  it.skipIf(missing("chromium"))("makes a PDF that runs nothing and leads nowhere but to addresses of the web, whatever the database holds", { timeout: 60_000 }, async () => {
    const made = Buffer.from(await pdfOf(house, htmlPageOf(hostileContent, { ...given, lang: "nl" }))).toString("latin1");
    const streams = [...made.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, packed]) => inflateSync(Buffer.from(packed!, "latin1"), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1"));
    const objects = made.replace(/stream\r?\n[\s\S]*?endstream/g, "");
    expect(streams.length).toBeGreaterThan(1);
    expect([...objects.matchAll(/\/URI \(([^)]*)\)/g)].map(([, address]) => address)).toEqual([goodAddress]);
    for (const part of [objects, ...streams]) expect(part).not.toMatch(/\/(?:JS|JavaScript|Launch|OpenAction|AA|SubmitForm|EmbeddedFile|ObjStm)\b|javascript:/);
  });

  it.skipIf(missing("chromium"))("reaches no network for a page, whatever that says", { timeout: 60_000 }, async () => {
    let asked = 0;
    const server = createServer((_request, response) => response.end(String((asked += 1)))).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await pdfOf(house, `<!doctype html><link rel="stylesheet" href="${at}/a.css"><img src="${at}/b.png"><iframe src="${at}/c"></iframe><script>fetch("${at}/d"); document.title = "x"</script><p>Bus</p>`);
    server.close();
    expect(asked).toBe(0);
  });

  it.skipIf(missing("soffice"))("makes an OpenDocument text that holds all the words of a text, its title and its language, and no macro (skipped where LibreOffice is not installed)", { timeout: 90_000 }, async () => {
    const all: ContentNode = { type: "doc", content: fc.sample(anyContent("docx"), { numRuns: 60, seed: 41 }).flatMap((one) => one.content!) };
    const files = unzip(await odtOf(house, await docxOf(all, fileWords({ ...given, lang: "nl" }))));
    const [said, meta, styles] = ["content.xml", "meta.xml", "styles.xml"].map((path) => files.get(path)!.toString()) as [string, string, string];
    expect(files.get("mimetype")!.toString()).toBe("application/vnd.oasis.opendocument.text");
    const flat = (text: string) => text.replace(/\s+/g, "");
    const words = flat(said.replace(/<[^>]+>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&"));
    const textsIn = (node: ContentNode): string[] => (node.type === "text" ? [node.text!] : (node.content ?? []).flatMap(textsIn));
    expect(words).toContain(flat(textsIn(all).join("")));
    expect(meta).toContain("<dc:title>Samen de bus nemen</dc:title>");
    expect(styles).toMatch(/fo:language="nl"[^>]*fo:country="BE"/);
    expect([...files.keys()].filter((path) => /^(?:Basic|Scripts)\//.test(path))).toEqual([]);
    const hostile = unzip(await odtOf(house, await docxOf(hostileContent, fileWords({ ...given, lang: "nl" }))));
    expect([...hostile.keys()].filter((path) => /^(?:Basic|Scripts|Object)/.test(path))).toEqual([]);
    expect([...hostile.get("content.xml")!.toString().matchAll(/xlink:href="([^"]*)"/g)].map(([, address]) => address)).toEqual([goodAddress]);
  });
});
