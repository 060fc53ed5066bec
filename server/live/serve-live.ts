import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { resolveActor } from "~/features/accounts/index.server";
import { limits } from "~/platform/limits";
import { addressKey } from "~/platform/limiter.server";
import type { House } from "~/platform/ctx.server";
import { connectionsOf, provideLiveRooms } from "~/platform/live-event.server";
import { judgeOrigin } from "#server/http/guard-origin";
import { emit, serveConnection, type LiveSocket, type LiveSocketData } from "./serve-connection";
import { tellUnread } from "./tell-unread";
import { watchHeads } from "./watch-heads";

/** Who comes in was read from the request; holding it, with its headers, for hours costs more than all that we keep. */
function letHandshakeGo(socket: LiveSocket): void {
  Object.assign(socket.handshake, { headers: {} });
  Object.assign(socket.conn, { request: null });
}

export type LiveServer = Server<Record<string, never>, Record<string, never>, Record<string, never>, LiveSocketData>;

export interface Live {
  io: LiveServer;
  close: () => Promise<void>;
  /** Ends the connections and lets go of the http server, which goes on: for development. */
  detach: () => void;
}

/** Opens the live connection on the http server, at `/live`: websocket first, long-polling behind walls that block it. */
export function serveLive(house: House, http: HttpServer, options: { allowedOrigins: (host: string) => string[]; addressOf: (request: import("node:http").IncomingMessage) => string }): Live {
  const before = { upgrade: http.listeners("upgrade"), request: http.listeners("request") };
  const perAddress = new Map<string, number>();
  const io: LiveServer = new Server(http, {
    path: "/live",
    serveClient: false,
    destroyUpgrade: false,
    transports: ["websocket", "polling"],
    connectTimeout: 10_000,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    maxHttpBufferSize: limits.liveEventBytes,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => {
      const { origin, host = "", "sec-fetch-site": site } = request.headers;
      // A browser always names its origin on a websocket; only bare clients of tests and tools do not, and those hold no cookie of ours.
      const judged = judgeOrigin({ origin, "sec-fetch-site": origin ? undefined : (site as string | undefined) }, options.allowedOrigins(host));
      if (judged !== "own") return decide("foreign origin", false);
      decide(null, (perAddress.get(addressKey(options.addressOf(request))) ?? 0) < limits.connectionsPerAddress);
    },
  });

  io.use((socket, next) => {
    resolveActor(house, socket.request.headers.cookie ?? null).then(
      ({ actor }) => {
        if (!actor.sessionId || !actor.personId) return next(Object.assign(new Error("sign_in"), { data: { code: "sign_in" } }));
        if ((io.sockets.adapter.rooms.get(connectionsOf(actor.personId))?.size ?? 0) >= limits.connectionsPerPerson) {
          return next(Object.assign(new Error("too_many"), { data: { code: "too_many" } }));
        }
        socket.data.actor = actor;
        socket.data.address = options.addressOf(socket.request);
        next();
      },
      () => next(Object.assign(new Error("unavailable"), { data: { code: "unavailable" } })),
    );
  });

  io.on("connection", (socket) => {
    const key = addressKey(socket.data.address);
    perAddress.set(key, (perAddress.get(key) ?? 0) + 1);
    socket.once("disconnect", () => {
      const left = (perAddress.get(key) ?? 1) - 1;
      if (left > 0) perAddress.set(key, left);
      else perAddress.delete(key);
    });
    serveConnection(house, io, socket);
    letHandshakeGo(socket);
  });

  const takeRoomsBack = provideLiveRooms({
    send: (room, event, payload) => emit(io.local.to(room), event, payload),
    whisper: (room, event, payload) => emit(io.local.volatile.to(room), event, payload),
    readers: (room) => io.sockets.adapter.rooms.get(room)?.size ?? 0,
  });
  tellUnread(house, io);
  const stopWatching = watchHeads(house, io);
  return {
    io,
    close: async () => {
      stopWatching();
      await new Promise<void>((resolve) => void io.close(() => resolve()));
      takeRoomsBack();
    },
    detach: () => {
      stopWatching();
      takeRoomsBack();
      io.disconnectSockets(true);
      io.engine.close();
      // engine.io put its own listeners in the place of ours.
      for (const event of ["upgrade", "request"] as const) {
        http.removeAllListeners(event);
        for (const listener of before[event]) http.on(event, listener as (...args: unknown[]) => void);
      }
    },
  };
}
