import { createServer } from "node:http";
import { Server } from "socket.io";

/** A process with a socket.io server that only broadcasts what it gets to everyone in a room. */
const http = createServer();
const io = new Server(http, { path: "/live", perMessageDeflate: false, maxHttpBufferSize: 1_000_000 });
io.on("connection", (socket) => {
  socket.on("stream:join", (_order: unknown, acknowledge: (answer: object) => void) => {
    void socket.join("room");
    acknowledge({ ok: true });
  });
  socket.on("message:post", ({ text }: { text: string }, acknowledge: (answer: object) => void) => {
    io.to("room").emit("fact", { entities: [{ kind: "message", text }] });
    acknowledge({ ok: true });
  });
});
http.listen(0, "127.0.0.1", () => process.send!({ port: (http.address() as { port: number }).port }));
