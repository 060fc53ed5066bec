import type { RequestHandler } from "express";
import { limits } from "~/platform/limits";

const signInPaths = /^\/(aanmelden|account-maken|nieuw-wachtwoord|wachtwoord-vergeten|eerste-beheerder)/;

/** Looks at who asks before it reads, and keeps no more of it than a picture. */
const picturePath = /^\/((gesprekken|teksten)\/[0-9a-f-]{36}\/foto|gesprekken\/nieuw|leervragen\/nieuw)$/i;

const textFilePath = /^\/teksten\/uit-bestand$/i;

/** Refuses a form that is too large before it is read, also when it does not say how long it is. */
export const limitBody: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const most = picturePath.test(request.path) || textFilePath.test(request.path) ? limits.pictureFormBytes : signInPaths.test(request.path) ? limits.signInFormBytes : limits.formBytes;
  const refuse = () => {
    if (response.headersSent) return request.destroy();
    response.status(413).set("Connection", "close").type("text/plain; charset=utf-8").send("Dit is te groot. Maak het korter en probeer opnieuw.\n");
  };
  if (Number(request.get("content-length") ?? 0) > most) return refuse();
  // Counting must not start the flow: Remix reads the body later. Paused first, or an empty body ends before anyone listens.
  request.pause();
  let received = 0;
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received > most) refuse();
  });
  next();
};
