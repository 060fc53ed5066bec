import { placeFrom, placeInAddress, type Place } from "~/features/discussions/lists/place";

/** What can be searched for on its own, by its word in the address. */
export const kinds = ["gesprekken", "leervragen", "berichten", "teksten", "leermateriaal", "activiteiten", "experimenten"] as const;
export type Kind = (typeof kinds)[number];
/** Since when, in days, by its word in the address. */
export const periods = { week: 7, maand: 31, jaar: 366 } as const;
export type Period = keyof typeof periods;

/** What the searcher asks, as it stands in the address of the page. */
export interface SearchAsked {
  words: string;
  kind: Kind | "";
  since: Period | "";
  /** `plek:<id>` or `groep:<id>`. */
  where: string;
  /** The name of who wrote it, or the beginning of it. */
  author: string;
  after: Place | null;
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const wherePattern = new RegExp(`^(plek|groep):${uuid}$`);

/** Reads the address. What it does not know counts as not asked: an old or mistyped address still finds something. */
export function readAsked(params: URLSearchParams): SearchAsked {
  const text = (name: string) => params.get(name) ?? "";
  const [kind, since] = [text("soort"), text("sinds")];
  return {
    words: text("woorden").slice(0, 400),
    kind: kinds.find((one) => one === kind) ?? "",
    since: since in periods && Object.hasOwn(periods, since) ? (since as Period) : "",
    where: wherePattern.test(text("waar")) ? text("waar") : "",
    author: text("van").trim().slice(0, 60),
    after: placeFrom(params.get("na")),
  };
}

/** The address of a search; what is not asked is not in it. */
export function searchHref(asked: Partial<SearchAsked> & { words: string }): string {
  const { words, kind, since, where, author, after } = asked;
  const given = { woorden: words, waar: where, soort: kind, sinds: since, van: author, na: after ? placeInAddress(after) : "" };
  return `/zoeken?${new URLSearchParams(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()}`;
}
