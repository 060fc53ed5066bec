import { createServer } from "node:http";
import { Server } from "socket.io";

/** A process with a socket.io server that only broadcasts to everyone in a room, as many bytes as the product sends for a message, and sends as many as somebody asks for. */
const http = createServer();
const io = new Server(http, { path: "/live", perMessageDeflate: false, maxHttpBufferSize: 1_000_000 });
io.on("connection", (socket) => {
  socket.on("stream:join", (_order: unknown, acknowledge: (answer: object) => void) => {
    void socket.join("room");
    acknowledge({ ok: true });
  });
  socket.on("document:join", ({ bytes }: { bytes: number }, acknowledge: (answer: object) => void) => acknowledge({ ok: true, missing: Buffer.alloc(bytes) }));
  socket.on("message:post", ({ text }: { text: string }, acknowledge: (answer: object) => void) => {
    io.to("room").emit("fact", { entities: [{ kind: "message", text }], filling });
    acknowledge({ ok: true });
  });
});
let filling = "";
process.once("message", ({ bytes }: { bytes: number }) => {
  filling = "x".repeat(Math.max(0, bytes - 90));
  http.listen(0, "127.0.0.1", () => process.send!({ port: (http.address() as { port: number }).port }));
});
