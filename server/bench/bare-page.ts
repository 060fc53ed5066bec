import { createServer } from "node:http";

/** A process that answers every request with the same bytes: what this machine and Node can do at most. */
process.on("message", ({ body }: { body: string }) => {
  const bytes = Buffer.from(body, "base64");
  const server = createServer((_request, response) => response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip", "Content-Length": bytes.length }).end(bytes));
  server.listen(0, "127.0.0.1", () => process.send!({ port: (server.address() as { port: number }).port }));
});
