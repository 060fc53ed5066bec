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
  after: { at: string; id: string } | null;
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const wherePattern = new RegExp(`^(plek|groep):${uuid}$`);
const afterPattern = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z)_(${uuid})$`);

/** Reads the address. What it does not know counts as not asked: an old or mistyped address still finds something. */
export function readAsked(params: URLSearchParams): SearchAsked {
  const text = (name: string) => params.get(name) ?? "";
  const after = afterPattern.exec(text("na"));
  const [kind, since] = [text("soort"), text("sinds")];
  return {
    words: text("woorden").slice(0, 400),
    kind: kinds.find((one) => one === kind) ?? "",
    since: since in periods && Object.hasOwn(periods, since) ? (since as Period) : "",
    where: wherePattern.test(text("waar")) ? text("waar") : "",
    author: text("van").trim().slice(0, 60),
    after: after && !Number.isNaN(Date.parse(after[1]!)) ? { at: after[1]!, id: after[2]! } : null,
  };
}

/** The address of a search; what is not asked is not in it. */
export function searchHref(asked: Partial<SearchAsked> & { words: string }): string {
  const { words, kind, since, where, author, after } = asked;
  const given = { woorden: words, waar: where, soort: kind, sinds: since, van: author, na: after ? `${after.at}_${after.id}` : "" };
  return `/zoeken?${new URLSearchParams(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()}`;
}
