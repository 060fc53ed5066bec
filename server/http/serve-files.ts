import express, { type Express } from "express";

/** The built files: names with a hash may be kept for ever, others for an hour. */
export function serveFiles(app: Express, folder: string): void {
  app.use("/assets", express.static(`${folder}/assets`, { immutable: true, maxAge: "1y", index: false, fallthrough: true }));
  app.use(express.static(folder, { maxAge: "1h", index: false }));
}
