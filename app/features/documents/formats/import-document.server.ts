import { accessGroup } from "~/features/groups/index.server";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { readUpload } from "~/platform/read-upload.server";
import { cleanText } from "~/platform/written-text";
import { beginDocument, mayBegin } from "../create-document.server";
import { ImportDocumentInput } from "../input";
import { lanesOf } from "../worker/lanes.server";
import { findDocument } from "../queries.server";
import { documentHref } from "../views";
import { LaneError } from "../worker/worker-lane.server";
import type { Projection } from "../worker/orders";
import { lossNames, type Loss } from "./loss";

const least = 3;

/**
 * Begins a shared text with what stands in a Word file, a page or Markdown. The file itself is not kept.
 * @returns its id and what could not be taken over. @throws AppError `file_damaged` for what cannot be read, `too_large` for what
 * holds more than a text may, `invalid_input` for a file without a title, `already_done`, or the rule's code.
 */
export const importDocument = defineAction({
  name: "document.import",
  input: ImportDocumentInput,
  limit: perPerson(20, "hour"),
  prepare: async (ctx, input) => {
    // Before the work: a file is a lot of it.
    const { relation } = await accessGroup(ctx, input.groupId);
    const verdict = mayBegin(ctx.actor, { relation, earlier: (await findDocument(ctx, input.id)) ?? null }, input);
    if (verdict !== true) throw new AppError(verdict);
    const read = await ask(() => lanesOf(ctx.house).files.ask("readFile", { file: input.file }, limits.documentFileMs));
    if ("fault" in read) throw new AppError(read.fault === "too_large" ? "too_large" : "file_damaged");
    const title = input.title || cleanText(read.title).slice(0, limits.titleCharacters).trim();
    if (title.length < least) throw new AppError("invalid_input", { fields: { title: "required" } });
    const seeded: Projection = await ask(() => lanesOf(ctx.house).files.ask("seed", { content: read.content }, limits.documentFileMs));
    if (seeded.snapshot.byteLength > limits.documentBytes || seeded.nodes > limits.documentNodes) throw new AppError("too_large");
    return { ...seeded, title, lost: read.lost };
  },
  load: async (ctx, input) => ({ ...(await accessGroup(ctx, input.groupId)), earlier: (await findDocument(ctx, input.id)) ?? null }),
  allow: (actor, loaded, input) => mayBegin(actor, loaded, input),
  run: async (ctx, { input, loaded, prepared, fact }) => {
    const { title, lost, ...seeded } = prepared;
    const { id } = await beginDocument(ctx, { input: { ...input, title }, loaded, prepared: seeded, wrote: true }, fact);
    return { id, lost };
  },
});

/** A file that ends the worker is too much for it. */
async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LaneError)) throw error;
    throw new AppError(error.reason === "exceeded" ? "too_large" : error.reason === "lost" ? "retry" : "file_damaged", {}, { cause: error });
  }
}

export interface ImportAnswer {
  values: Record<string, string>;
  refusal: FormRefusal;
}

/** Files that somebody may send to be read, whatever comes of them. */
const forms = perPerson(30, "hour");

/** The form with a file, by whoever may refuse it before it is read. @returns where to go, or what to show with the form. */
export async function importByForm(ctx: Ctx, request: Request): Promise<string | ImportAnswer> {
  if (ctx.actor.personId === null) throw new AppError("sign_in");
  await ctx.house.limiter.consume(ctx, "document.import-form", forms);
  const { fields, file, tooLarge } = await readUpload(request, limits.documentFileBytes);
  const { id = "", groupId = "", title = "", licence = "CC BY 4.0", readBy = "group" } = fields;
  const values = { id, groupId, title, licence, readBy };
  try {
    if (tooLarge) throw new AppError("too_large");
    if (!file) throw new AppError("invalid_input", { fields: { file: "required" } });
    const made = await importDocument(ctx, { ...values, file });
    return Object.keys(made.lost).length > 0 ? `${documentHref(made.id)}/overgenomen?${lossQuery(made.lost)}` : documentHref(made.id);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "not_found" || error.code === "sign_in" || error.code === "session_ended") throw error;
    const { fields: wrong = {}, retryAfterSeconds } = error.detail;
    const ofFile: Record<string, string> = error.code === "file_damaged" || error.code === "too_large" ? { file: error.code } : {};
    return { values, refusal: { code: error.code, fields: { ...wrong, ...ofFile }, values, retryAfterSeconds } };
  }
}

/** Names and counts alone: what was lost is told once, and kept nowhere. */
function lossQuery(lost: Loss): string {
  return new URLSearchParams(lossNames.flatMap((name) => (lost[name] ? [[name, String(lost[name])]] : []))).toString();
}
