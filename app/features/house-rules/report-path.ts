/** What can be reported, by the kind that the database knows, with the word that stands in the address. */
export const reportWords = {
  message: "bericht",
  discussion: "gesprek",
  document: "tekst",
  comment: "opmerking",
  proposal: "voorstel",
  activity: "activiteit",
  experiment: "experiment",
  membership: "deelnemer",
  space: "leerplek",
} as const;

export type ReportKind = keyof typeof reportWords;

/** Where "Niet oké? Zeg het ons" leads for one thing. */
export function reportPath(kind: ReportKind, id: string): string {
  return `/melden/${reportWords[kind]}/${id}`;
}
