import type { RequestHandler } from "express";

/** Refuses a request whose Host and path are no address: everything behind it makes a URL of them. */
export const checkAddress: RequestHandler = (request, response, next) => {
  if (URL.canParse(request.originalUrl, `http://${request.get("host") ?? ""}`) && isDecodable(request.path)) return next();
  response.status(400).type("text/plain; charset=utf-8").send("Dit is geen adres van een pagina.\n");
};

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
