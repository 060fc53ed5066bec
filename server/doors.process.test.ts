import fc from "fast-check";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { request as ask } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useDoors } from "./test/use-doors";
import { credentialsIn, idsOnPage } from "./test/visitor";

const doors = useDoors();
const { from, signedIn, expectUnharmed } = doors;

/** An address for every route file; what the address names is made up. */
function everyPath(): string[] {
  return readdirSync("app/routes")
    .filter((file) => /^(?!.*\.test\.)[^.].*\.tsx?$/.test(file))
    .map((file) =>
      `/${file.replace(/\.tsx?$/, "").replace(/\[([^\]]+)\]/g, (_all, kept: string) => kept.replaceAll(".", "\u0000"))}`
        .split(".")
        .filter((part) => part !== "_index" && part !== "/_index")
        .map((part) => (part.replace("/", "").startsWith("$") ? (part.startsWith("/") ? "/" : "") + crypto.randomUUID() : part.replace(/_$/, "")))
        .join("/")
        .replaceAll("\u0000", "."),
    )
    .map((path) => (path === "" ? "/" : path));
}

/** Headers with which another site's page, or something that hides where it comes from, would send a form. */
const foreign: Record<string, Record<string, string>> = {
  "another site": { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  "another site in an old browser": { origin: "https://evil.example" },
  "a site beside ours": { origin: "http://sub.127.0.0.1.nip.example", "sec-fetch-site": "same-site" },
  "our origin in a request that the browser calls foreign": { "sec-fetch-site": "cross-site" },
  "a page without an origin": { origin: "null", "sec-fetch-site": "cross-site" },
  "a page without an origin, old browser": { origin: "null" },
  "no origin and no referrer": { origin: "" },
  "something that is no origin": { origin: "http://%%%" },
  "two origins": { origin: "http://127.0.0.1, http://evil.example" },
  "our host on another port": { origin: "http://127.0.0.1:1" },
};

test("every route refuses a write that another site started, whatever it is, and no cookie or row comes of it", async () => {
  const pid = doors.server.pid();
  const paths = [...everyPath(), "/streams/group:1", "/live-not", "/operator-not"];
  expect(paths.length).toBeGreaterThan(90);
  const visitor = await signedIn("ria", "198.51.100.1");
  const wrong: string[] = [];
  for (const path of paths) {
    for (const [who, headers] of Object.entries(foreign)) {
      for (const method of ["POST", "DELETE"]) {
        const answer = await visitor.send(method, path + (method === "DELETE" ? ".data" : ""), { intent: "leave", text: "van elders" }, { "content-type": "text/plain", ...headers });
        if (answer.status !== 403 || answer.headers.has("set-cookie")) wrong.push(`${method} ${path} from ${who}: ${answer.status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  // What would have been taken in from our own page: signing in, posting.
  const [discussion] = await idsOnPage(visitor, "/leerplekken/samen-in-de-moestuin/gesprekken", "gesprekken");
  const post = { intent: "post", id: crypto.randomUUID(), text: "niet van hier" };
  for (const headers of Object.values(foreign)) {
    expect((await visitor.post(`/gesprekken/${discussion}`, post, headers)).status).toBe(403);
    expect((await from("198.51.100.1").post("/aanmelden", { ...credentialsIn(doors.server.output(), "sam") }, headers)).headers.getSetCookie()).toEqual([]);
  }
  expect(await (await visitor.get(`/gesprekken/${discussion}`)).text()).not.toContain("niet van hier");
  expect((await visitor.post(`/gesprekken/${discussion}`, post)).status).toBe(302);
  expect(await (await visitor.get(`/gesprekken/${discussion}`)).text()).toContain("niet van hier");
  for (const door of ["/operator/backup", "/operator/restore"]) expect((await visitor.post(door, { path: "/tmp/x" })).status).toBe(404);
  await expectUnharmed(pid);
});

/** One request with headers as they are given, malformed ones too. */
function rawStatus(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = ask(`${doors.server.url}${path}`, { headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    });
    // Refused before it was read to its end.
    asked.once("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve(431) : reject(error)));
    asked.end();
  });
}

test("whatever is sent as a cookie, a page and the live door answer", async () => {
  const pid = doors.server.pid();
  const odd = ["%", "%00", "%E0%A4%A", "__proto__", "constructor", "a".repeat(40), "A".repeat(40), `${"a".repeat(39)}%`, "x".repeat(15_000), '"', ";;;=;", "=", "leerhoek_session", "null", "\u00ff\u00fe", "[object Object]", "a".repeat(41), "' or 1=1 --"];
  const cookies = [
    ...odd.flatMap((value) => ["leerhoek_session", "leerhoek_device", "leerhoek_known", "language", "__proto__"].map((name) => `${name}=${value}`)),
    `leerhoek_session=${"a".repeat(40)}; leerhoek_session=%`,
    "x".repeat(100_000),
    ...fc.sample(fc.string({ unit: "binary-ascii", maxLength: 60 }).map((text) => text.replace(/[\0-\u001f\u007f]/g, "")), { numRuns: 300, seed: 6 }).map((value) => `leerhoek_session=${value}`),
  ];
  const failed: string[] = [];
  for (const cookie of cookies) {
    for (const path of ["/hulp", "/live/?EIO=4&transport=polling"]) {
      const status = await rawStatus(path, { cookie, origin: doors.server.url, "x-forwarded-for": "198.51.100.3" });
      if (status >= 500) failed.push(`${path}: ${cookie.slice(0, 60)}: ${status}`);
    }
  }
  expect(failed).toEqual([]);
  await expectUnharmed(pid);
});

test("a malformed host, length, method or address line gets an answer below 500 or none", async () => {
  const pid = doors.server.pid();
  const lines = (first: string, ...headers: string[]) => `${[first, ...headers].join("\r\n")}\r\n\r\n`;
  const requests = [
    ...["", "%%%", "evil.example:99999", "[::1", "a b", "//", "x".repeat(2_000)].flatMap((host) => [lines("GET / HTTP/1.1", `Host: ${host}`, "Connection: close"), lines("POST /aanmelden HTTP/1.1", `Host: ${host}`, "Origin: null", "Content-Length: 0", "Connection: close")]),
    ...["%%%", "x:99999999", "a b", "[", ",,", ""].map((host) => lines("GET /hulp HTTP/1.1", "Host: x", `X-Forwarded-Host: ${host}`, "Connection: close")),
    lines("GET //evil.example HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /%E0%A4%A HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /gesprekken/%00 HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /../../etc/passwd HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /assets/..%2f..%2fserver%2fmain.js HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /streams/__proto__?since=-1 HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /gesprekken?pagina=99999999999999999999&zoek=%00 HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /zoeken?q=%00&q=2&pagina=NaN HTTP/1.1", "Host: x", "Connection: close"),
    lines("GET /zoeken?q=%ED%A0%80 HTTP/1.1", "Host: x", "Connection: close"),
    lines("FOO / HTTP/1.1", "Host: x", "Connection: close"),
    lines("POST /aanmelden HTTP/1.1", "Host: x", "Origin: http://x", "Content-Length: -1", "Connection: close"),
    "\0\0\0\0",
  ];
  for (const text of requests) {
    const answer = await new Promise<string>((resolve) => {
      let said = "";
      const socket = connect(Number(new URL(doors.server.url).port), "127.0.0.1", () => socket.write(text));
      // A request without an end is not answered; nothing waits for it.
      if (!text.endsWith("\r\n\r\n")) socket.end();
      socket.on("data", (chunk) => (said += chunk.toString("latin1")));
      socket.once("close", () => resolve(said));
      socket.once("error", () => resolve(said));
    });
    expect(answer, text.slice(0, 80)).toMatch(/^(HTTP\/1\.1 [1-4]\d\d |$)/);
    expect(answer).not.toContain("root:x:");
  }
  await expectUnharmed(pid);
});

test("the link in a letter leads here, whatever address the form was sent to", async () => {
  const evil = "evil.example";
  const body = new URLSearchParams({ name: "Rita", age: "16_plus", email: "rita@post.example", device: "own", proposed: "vier gewone woorden samen", choice: "words", password: "" }).toString();
  const headers = { host: evil, "x-forwarded-host": evil, origin: `http://${evil}`, "x-forwarded-for": "198.51.100.11", "content-type": "application/x-www-form-urlencoded", "content-length": body.length };
  const status = await new Promise<number>((resolve, reject) => {
    const asked = ask(`${doors.server.url}/account-maken`, { method: "POST", headers, agent: false }, (answer) => (answer.resume(), resolve(answer.statusCode!)));
    asked.once("error", reject).end(body);
  });
  expect(status).toBe(302);
  const folder = join(doors.server.dataDir, "mail");
  const letters = () => (existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8")) : []);
  await expect.poll(() => letters().some((letter) => letter.includes("rita@post.example")), { timeout: 60_000, interval: 200 }).toBe(true);
  expect(letters().filter((letter) => letter.includes(evil))).toEqual([]);
  expect(letters().some((letter) => letter.replace(/=\r?\n/g, "").includes(`${doors.server.url}/e-mail-bevestigen`))).toBe(true);
});

test("a form in a wrong coat is refused, not failed on", async () => {
  const pid = doors.server.pid();
  const visitor = await signedIn("sam", "198.51.100.4");
  const bodies: [type: string, body: string][] = [
    ["text/plain", "name=a"],
    ["application/json", '{"__proto__":{"admin":true}}'],
    ["multipart/form-data", "no boundary"],
    ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n"],
    ["application/x-www-form-urlencoded", "%=%&&&=&\u0000&__proto__=1&name=%ED%A0%80&password[]=1&password[]=2"],
    ["", "name=a"],
  ];
  for (const path of ["/aanmelden", "/taal", "/session/extend", "/account-maken", "/wachtwoord-vergeten", "/ik/naam", "/leervragen/nieuw", "/gesprekken/nieuw", `/melden/message/${crypto.randomUUID()}`, "/berichten?index"]) {
    for (const [type, body] of bodies) {
      const answer = await visitor.post(path, body, { "content-type": type });
      expect(answer.status, `${type} to ${path}`).toBeLessThan(500);
    }
  }
  await expectUnharmed(pid);
});

test("nobody is sent to another site after signing in, changing the language or staying signed in", async () => {
  const visitor = await signedIn("ria", "198.51.100.5");
  const host = "evil.example";
  const evil = ["//", "///", "////", "/\\", "\\\\", "\\/", "/\t/", "/\n/", "/\r/", "\t//", " //", "https:", "https://", "http://", "HTTPS://", "https:\\\\", "//user@", "/%09/", "/%5c", "/%2f%2f", "/./\\", "/..//", "/.//", "ftp://", "ws://", "//%00", "\u0000//", "/\u0000/", "\u2028//", "/\u2029/", "/\u3000//", "javascript://", "data:text/html,//", "vbscript:", "blob:https://", "file://", "//[::1]@", "/\u00a0/", "\ufeff//", "?//"]
    .map((start) => start + host)
    .concat(["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>", "evil", "", "?", "#", "null", "undefined", "[object Object]", "/".repeat(600), `/${"a".repeat(600)}`, `${doors.server.url}@${host}`, `${doors.server.url}.${host}`, `http:${host}`, "%2f%2fevil.example", "/%0d%0aSet-Cookie:a=b", "/\r\nSet-Cookie: a=b", "..//evil.example"]);
  expect(evil.length).toBeGreaterThanOrEqual(60);
  const wrong: string[] = [];
  const look = (way: string, next: string, answer: Response) => {
    const to = answer.headers.get("location");
    if (to === null || new URL(to, doors.server.url).origin !== doors.server.url || /^\/[/\\]|[\\\r\n\t]/.test(to) || answer.headers.has("set-cookie-injected")) wrong.push(`${way} ${JSON.stringify(next)}: ${answer.status} ${to}`);
  };
  for (const next of evil) {
    look("signed in", next, await visitor.get(`/aanmelden?next=${encodeURIComponent(next)}`));
    look("made", next, await visitor.get(`/account-maken?next=${encodeURIComponent(next)}`));
    look("language", next, await visitor.post("/taal", { language: "nl", back: next }));
  }
  look("extended", "referer", await visitor.post("/session/extend", {}, { referer: "https://evil.example/x" }));
  expect(wrong).toEqual([]);
  expect((await visitor.get("/aanmelden?next=/hulp%3Fa%3D1")).headers.get("location")).toBe("/hulp?a=1");
});

test("nothing that people typed stands in what the server said", async () => {
  const canary = "KanarieVogel77";
  const visitor = from("198.51.100.10");
  await visitor.post("/aanmelden", { name: `${canary}@post.example`, password: `${canary}-geheim`, device: "own" });
  await visitor.post("/account-maken", { name: `${canary}\u0000`, age: "16_plus", email: `${canary}@`, device: "own", choice: "own", proposed: "", password: canary });
  await visitor.get(`/zoeken?q=${canary}`);
  await visitor.get(`/nieuw-wachtwoord?link=${canary}`);
  await visitor.get(`/${canary}`, { "user-agent": canary });
  await visitor.post(`/hulp?a=${canary}`, { text: canary });
  await visitor.post(`/uitnodiging/${canary}`, { text: canary });
  await visitor.post("/wachtwoord-vergeten", { name: `${canary}@post.example` });
  const reader = await signedIn("ria", "198.51.100.10");
  const live = await reader.live();
  await live.emitWithAck("message:post", { id: crypto.randomUUID(), discussion: crypto.randomUUID(), text: canary });
  await live.emitWithAck(canary, { text: canary });
  live.disconnect();
  const everyone = [canary, "van elders", "niet van hier", "198.51.100."];
  const said = doors.server.output().replace(/^.*Sign in \(Aanmelden\) as:[\s\S]*?\n\n/, "");
  // What the operator does see: which page took no form.
  expect(said).toMatch(/"status":405,"method":"POST","page":"\/hulp"/);
  expect(everyone.filter((word) => said.includes(word))).toEqual([]);
  expect(readFileSync("build/client/errors/503.html", "utf8")).not.toMatch(/stack|at \w+ \(/);
});
