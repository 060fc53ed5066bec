import { join } from "node:path";
import { lockFolder } from "../embedded/lock-folder";

/** Says "ready", waits for a line on standard input, tries to take the folder, says what came of it and keeps it until standard input closes. */
const dir = process.argv[2] ?? "";
process.stdin.once("data", () => {
  lockFolder(dir, join(dir, `socket-${process.pid}`), 100).then(
    () => process.stdout.write("taken\n"),
    (error: unknown) => process.stdout.write(error instanceof Error && "code" in error ? `${String(error.code)}\n` : `${String(error)}\n`),
  );
});
process.stdout.write("ready\n");
