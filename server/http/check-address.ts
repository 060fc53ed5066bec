import type { RequestHandler } from "express";

/** Refuses a request whose Host, or the one that a proxy says was asked for, makes no address with its path: everything behind it makes a URL of them. */
export const checkAddress: RequestHandler = (request, response, next) => {
  const asked = request.get("x-forwarded-host")?.split(",")[0]!.trim();
  const hosts = [request.get("host") ?? "", ...(asked === undefined ? [] : [asked])];
  if (hosts.every((host) => URL.canParse(request.originalUrl, `http://${host}`)) && isDecodable(request.path)) return next();
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
