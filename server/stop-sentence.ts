import { MigrationError } from "#db/migrate.server";
import { EmbeddedError } from "#db/embedded/embedded-error";
import { DatabaseError } from "#db/client.server";
import { RegionError } from "#db/seed/load-region";
import { SeedError } from "#db/seed/seed-error";
import { EnvError } from "~/platform/env.server";

/** One clear sentence for a start that cannot go on; null for a defect, whose stack the developer needs. */
export function stopSentence(error: unknown, where: { port: number; host: string }): string | null {
  if (error instanceof EnvError || error instanceof EmbeddedError || error instanceof MigrationError || error instanceof RegionError || error instanceof SeedError) return error.message;
  if (error instanceof DatabaseError) return `${error.message} Check DATABASE_URL and whether the database runs.`;
  if (error instanceof Error && "code" in error) {
    if (error.code === "EADDRINUSE") return `Port ${where.port} is taken by another program. Stop that one, or choose another with PORT=3001 npm start.`;
    if (error.code === "EACCES" && "port" in error) return `Port ${where.port} may not be used by this user. Choose one above 1024, for example PORT=3000.`;
    if (error.code === "EADDRNOTAVAIL") return `This machine has no address ${where.host}. Set HOST to one that it has, for example HOST=127.0.0.1.`;
  }
  return null;
}
