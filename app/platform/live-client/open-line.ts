import { io, type Socket } from "socket.io-client";
import type { Answer, Line, LineState } from "./line";

/** How long an acknowledgement may take, in milliseconds; what is sent after that is sent again by its owner. */
const askPatience = 10_000;

let shared: Line | null = null;

/** The page's one connection, opened when it is first asked for. In a browser only. */
export function openLine(): Line {
  shared ??= open();
  return shared;
}

function open(): Line {
  // Town halls block websockets: polling then takes over by itself.
  const socket = io({ path: "/live", transports: ["websocket", "polling"], tryAllTransports: true, reconnectionDelay: 500, reconnectionDelayMax: 15_000, randomizationFactor: 0.5 });
  const line = asLine(socket);
  // Whoever comes back to the page, or gets their network back, does not wait for the next try.
  const atOnce = () => void (document.visibilityState === "visible" && line.state() === "offline" && socket.disconnect().connect());
  document.addEventListener("visibilitychange", atOnce);
  window.addEventListener("online", atOnce);
  return line;
}

/** A line over a socket that its caller opened. */
export function asLine(socket: Socket): Line {
  let state: LineState = "connecting";
  const listeners = new Set<(state: LineState) => void>();
  const become = (next: LineState) => {
    // Nothing brings an ended session back on this page.
    if (state === next || state === "ended") return;
    state = next;
    for (const listener of listeners) listener(next);
  };
  socket.on("connect", () => become("live"));
  socket.on("session:ended", () => {
    become("ended");
    socket.disconnect();
  });
  socket.on("disconnect", (reason) => {
    become("offline");
    // The server ends a connection that sent too much; everything else reconnects by itself.
    if (reason === "io server disconnect" && state !== "ended") setTimeout(() => socket.connect(), askPatience * (0.5 + Math.random()));
  });
  socket.on("connect_error", (error) => {
    const code = (error as { data?: { code?: string } }).data?.code;
    if (code === "sign_in" || code === "session_ended") return void (become("ended"), socket.disconnect());
    become(code === "too_many" ? "refused" : "offline");
    // A refusal of the handshake is not tried again by the client itself.
    if (code !== undefined) setTimeout(() => socket.connect(), askPatience * (1 + Math.random()));
  });
  return {
    state: () => state,
    ask: async <T extends object>(event: string, payload: object): Promise<Answer<T>> => {
      if (!socket.connected) return { ok: false, code: "unreachable" };
      try {
        return (await socket.timeout(askPatience).emitWithAck(event, payload)) as Answer<T>;
      } catch {
        return { ok: false, code: "unreachable" };
      }
    },
    on: (event, listener) => {
      socket.on(event, listener as (payload: unknown) => void);
      return () => socket.off(event, listener as (payload: unknown) => void);
    },
    onState: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
