/**
 * Ends the server when this process is told to end, by one signal: the server takes a second one as "at once". The server
 * must be in a process group of its own (`detached`), or a terminal's Ctrl-C would reach it by two ways.
 * Under `npm start` a shell stands in between, which dies of the signal that npm hands on to it and tells nobody: its
 * absence is then the signal.
 * @param {import("node:child_process").ChildProcess} server
 */
export function passOnEnd(server) {
  const shell = process.ppid;
  const watch = process.env.npm_lifecycle_event ? setInterval(() => process.ppid !== shell && end(), 200) : undefined;
  const end = () => {
    clearInterval(watch);
    server.kill("SIGTERM");
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, end);
  server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
