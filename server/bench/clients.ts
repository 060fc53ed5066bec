import { io, type Socket } from "socket.io-client";

/** Live connections of people who are signed in, opened a few at a time. */
export async function connectAll(url: string, cookies: string[], path = "/live"): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let index = 0; index < cookies.length; index += 50) {
    sockets.push(...(await Promise.all(cookies.slice(index, index + 50).map((cookie) => connect(url, cookie, path)))));
  }
  return sockets;
}

function connect(url: string, cookie: string, path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = io(url, { path, transports: ["websocket"], reconnection: false, forceNew: true, extraHeaders: { "x-forwarded-for": addressOf(cookie), cookie: `leerhoek_session=${cookie}`, origin: url } });
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

/** Readers come from addresses of their own, as they do in a region; the server trusts this one proxy. */
function addressOf(cookie: string): string {
  return `10.0.${Number.parseInt(cookie.slice(0, 2), 16)}.${Number.parseInt(cookie.slice(2, 4), 16)}`;
}

/** Sends an event and waits for its acknowledgement. */
export function emit(socket: Socket, event: string, payload: object): Promise<{ ok: boolean; code?: string; [key: string]: unknown }> {
  return socket.timeout(30_000).emitWithAck(event, payload) as Promise<{ ok: boolean; code?: string }>;
}
