/** What of another site can be shown in a page, at a click and never before. */
export interface Frame {
  kind: "film" | "map";
  /** The name of who gives it, and then knows that somebody looks. */
  site: string;
  src: string;
}

const films = "https://www.youtube-nocookie.com";
const otherFilms = "https://player.vimeo.com";
const maps = "https://www.openstreetmap.org";

/** Where frames may come from; the policy of every page names these alone. */
export const frameSites: readonly string[] = [films, otherFilms, maps];

/** How a film or a map that somebody linked to is shown in a page; null for all other addresses. */
export function frameOf(href: string): Frame | null {
  const url = new URL(href);
  if (url.protocol !== "https:" || url.port !== "") return null;
  return (sites[url.hostname.replace(/^(www|m)\./, "")] ?? none)(url);
}

const none = (): Frame | null => null;

const sites: Readonly<Record<string, (url: URL) => Frame | null>> = Object.assign(Object.create(null) as Record<string, never>, {
  "youtube.com": ({ pathname, searchParams }: URL) => youtube(pathname === "/watch" ? searchParams.get("v") : /^\/(?:shorts|live|embed)\/([^/]+)\/?$/.exec(pathname)?.[1], searchParams),
  "youtube-nocookie.com": ({ pathname, searchParams }: URL) => youtube(/^\/embed\/([^/]+)\/?$/.exec(pathname)?.[1], searchParams),
  "youtu.be": ({ pathname, searchParams }: URL) => youtube(pathname.slice(1), searchParams),
  "vimeo.com": ({ pathname }: URL) => vimeo(/^\/(\d{1,12})(?:\/([0-9a-f]{4,20}))?\/?$/.exec(pathname)),
  "player.vimeo.com": ({ pathname, searchParams }: URL) => vimeo(/^\/video\/(\d{1,12})(?:\/([0-9a-f]{4,20}))?\/?$/.exec(searchParams.has("h") ? `${pathname}/${searchParams.get("h")}` : pathname)),
  "openstreetmap.org": map,
});

function youtube(id: string | null | undefined, asked: URLSearchParams): Frame | null {
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  const from = /^(\d{1,5})s?$/.exec(asked.get("t") ?? asked.get("start") ?? "")?.[1];
  return { kind: "film", site: "YouTube", src: `${films}/embed/${id}${from ? `?start=${from}` : ""}` };
}

/** A film that is not listed has a second part in its address, without which it does not open. */
function vimeo(found: RegExpExecArray | null): Frame | null {
  return found && { kind: "film", site: "Vimeo", src: `${otherFilms}/video/${found[1]}?dnt=1${found[2] ? `&h=${found[2]}` : ""}` };
}

/** How wide the place for a map is about, in pixels; at zoom 0 the world is 256 of them wide. */
const mapWidth = 640;

function map({ hash, searchParams }: URL): Frame | null {
  const [, zoom, latitude, longitude] = (/^#map=(\d{1,2})\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)(?:&|$)/.exec(hash) ?? []).map(Number);
  if (zoom === undefined || latitude === undefined || longitude === undefined || zoom > 19 || Math.abs(latitude) > 85 || Math.abs(longitude) > 180) return null;
  const wide = (360 * mapWidth) / 256 / 2 ** zoom;
  // As high as it is wide by nine to sixteen; degrees to the north are longer on the map the further from the equator.
  const high = ((wide * 9) / 16) * Math.cos((latitude * Math.PI) / 180);
  const box = [longitude - wide / 2, latitude - high / 2, longitude + wide / 2, latitude + high / 2].map((degrees) => degrees.toFixed(5)).join(",");
  const marked = [searchParams.get("mlat"), searchParams.get("mlon")].map((degrees) => (degrees === null || degrees === "" ? NaN : Number(degrees)));
  const marker = marked.every(Number.isFinite) ? `&marker=${marked.map((degrees) => degrees.toFixed(5)).join("%2C")}` : "";
  return { kind: "map", site: "OpenStreetMap", src: `${maps}/export/embed.html?bbox=${encodeURIComponent(box)}&layer=mapnik${marker}` };
}
