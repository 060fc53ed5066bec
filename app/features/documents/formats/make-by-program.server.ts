import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { House } from "~/platform/ctx.server";
import { AppError } from "~/platform/codes";
import { programOf, type ProgramName } from "./programs.server";
import { ProgramError, runProgram, type RunLimits } from "./run-program.server";

const limits: RunLimits = { ms: 30_000, memoryBytes: 1_500 * 1024 * 1024, outputBytes: 100 * 1024 * 1024 };

/** Nothing is fetched, and nothing of the browser itself calls home. That nothing of a page runs, the page says itself: Chromium prints with a script of its own. */
const quiet = [
  ...["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--no-pings", "--mute-audio", "--hide-scrollbars"],
  ...["--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability", "--disable-breakpad", "--disable-crash-reporter"],
  ...["--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"],
];

/** A page as a tagged PDF, with its headings as an outline. @throws AppError `file_kind_absent` without Chromium, `busy`, `file_not_made` when it did not come out. */
export async function pdfOf(house: House, page: string): Promise<Uint8Array> {
  return made(house, "chromium", (program) =>
    runProgram(program, {
      input: { name: "text.html", bytes: page },
      output: "text.pdf",
      // Chromium will not run in its sandbox as root.
      args: (folder) => [...quiet, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), `--user-data-dir=${join(folder, "profile")}`, "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", `--print-to-pdf=${join(folder, "text.pdf")}`, pathToFileURL(join(folder, "text.html")).href],
      limits,
    }),
  );
}

/** A Word file as an OpenDocument text. @throws AppError `file_kind_absent` without LibreOffice, `busy`, `file_not_made` when it did not come out. */
export async function odtOf(house: House, docx: Uint8Array): Promise<Uint8Array> {
  return made(house, "soffice", (program) =>
    runProgram(program, {
      input: { name: "text.docx", bytes: docx },
      output: "text.odt",
      args: (folder) => ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard", `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`, "--convert-to", "odt:writer8", "--outdir", folder, join(folder, "text.docx")],
      limits,
    }),
  );
}

async function made(house: House, name: ProgramName, run: (program: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  const program = programOf(house, name);
  if (!program) throw new AppError("file_kind_absent");
  try {
    return await run(program);
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    house.logger.warn({ program: name, reason: error.message }, "a program did not make its file");
    throw new AppError("file_not_made", {}, { cause: error });
  }
}
