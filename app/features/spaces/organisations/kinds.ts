export const kinds = ["municipality", "ocmw", "association", "school", "employer", "province", "other"] as const;
export type OrganisationKind = (typeof kinds)[number];

/** The word of a kind; a key that ends in "other" would be a plural in the catalogue. */
export function kindKey(kind: OrganisationKind) {
  return kind === "other" ? "kind_any" : (`kind_${kind}` as const);
}
