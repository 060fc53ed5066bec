import { io, type Socket } from "socket.io-client";

/** Somebody with a browser: keeps cookies, names where a request comes from, follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  constructor(
    readonly url: string,
    /** Sent along with everything, such as the address that a proxy in front names. */
    readonly always: Record<string, string> = {},
  ) {}

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.keep(await fetch(this.url + path, { redirect: "manual", headers: { ...this.always, cookie: this.cookieHeader(), ...headers } }));
  }

  /** Sends a form as a page of this site does; other headers take the place of those, an empty one leaves its place empty. */
  post(path: string, fields: Record<string, string> | string = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.send("POST", path, fields, headers);
  }

  async send(method: string, path: string, fields: Record<string, string> | string, headers: Record<string, string>): Promise<Response> {
    const given = { ...this.always, cookie: this.cookieHeader(), origin: this.url, "content-type": "application/x-www-form-urlencoded", ...headers };
    return this.keep(
      await fetch(this.url + path, {
        method,
        redirect: "manual",
        body: Buffer.from(typeof fields === "string" ? fields : new URLSearchParams(fields).toString()),
        headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
      }),
    );
  }

  /** Takes what a Set-Cookie gives, as a browser does. */
  private keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === "" || /Max-Age=0/i.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return answer;
  }

  async signIn(who: { name: string; password: string }): Promise<this> {
    const answer = await this.post("/aanmelden", { ...who, device: "own" });
    if (answer.status !== 302) throw new Error(`${who.name} cannot sign in: ${answer.status}`);
    return this;
  }

  /** A live connection that this person opened. @throws when it is refused */
  async live(given: { transports?: string[] } = {}): Promise<Socket> {
    const socket = io(this.url, { path: "/live", transports: given.transports ?? ["websocket"], reconnection: false, forceNew: true, extraHeaders: { ...this.always, cookie: this.cookieHeader(), origin: this.url } });
    return new Promise((resolve, reject) => {
      socket.once("connect", () => resolve(socket));
      socket.once("connect_error", (error) => {
        socket.disconnect();
        reject(error);
      });
    });
  }
}

/** The next event of a name on a connection. */
export function nextOf<T>(socket: Socket, event: string): Promise<T> {
  return new Promise((resolve) => void socket.once(event, resolve));
}

/** The printed sign-in of somebody of the demonstration whose sign-in name begins with `who`. */
export function credentialsIn(printed: string, who: string): { name: string; password: string } {
  const line = new RegExp(`^\\s+(${who}[a-z0-9-]*)\\s{2,}(.+?)\\s{2,}`, "m").exec(printed);
  if (!line) throw new Error(`nobody called ${who} in:\n${printed}`);
  return { name: line[1]!, password: line[2]! };
}

/** The ids behind links of one kind on a page, such as `gesprekken`. */
export async function idsOnPage(visitor: Visitor, path: string, kind: string): Promise<string[]> {
  const page = await (await visitor.get(path)).text();
  return [...new Set([...page.matchAll(new RegExp(`/${kind}/([0-9a-f]{8}-[0-9a-f-]{27})`, "g"))].map((found) => found[1]!))];
}
