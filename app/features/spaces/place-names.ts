/** A place name as it is compared: small letters, no accents, hyphens and apostrophes as spaces. */
export function plainPlace(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`.-]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export interface Place {
  name: string;
  municipality: string;
  nis: string;
  postcode: string | null;
}

export type FoundPlace =
  | { kind: "none" }
  | { kind: "found"; label: string; nis: string[] }
  | { kind: "choose"; choices: { label: string; value: string }[] };

/** How a place is written in a list to choose from: with its municipality when the name alone could be another place. */
export function placeLabel(place: Place, places: Place[]): string {
  if (place.name === place.municipality) return place.name;
  const alike = places.filter((other) => plainPlace(other.name) === plainPlace(place.name));
  return new Set(alike.map((other) => other.nis)).size > 1 ? `${place.name} (${place.municipality})` : place.name;
}

/**
 * What somebody means who says where they live: a village, a municipality or a postcode, however they spell it. A name
 * that several municipalities have, or a part of a name, comes back as a choice.
 */
export function findPlace(places: Place[], typed: string): FoundPlace {
  const wanted = plainPlace(typed);
  if (wanted === "") return { kind: "none" };
  const digits = /^(?:b )?(\d{4})\b/.exec(wanted)?.[1];
  if (digits) {
    const here = places.filter((place) => place.postcode === digits);
    const label = `${digits} ${unique(here.map((place) => place.municipality)).join(", ")}`;
    return here.length === 0 ? { kind: "none" } : { kind: "found", label, nis: unique(here.map((place) => place.nis)) };
  }
  const whole = places.filter((place) => wanted === plainPlace(place.name) || wanted === plainPlace(`${place.name} (${place.municipality})`));
  const starting = whole.length > 0 ? whole : places.filter((place) => plainPlace(place.name).startsWith(wanted));
  const near = starting.length > 0 ? starting : places.filter((place) => wanted.length >= 3 && plainPlace(place.name).includes(wanted));
  const choices = unique(near.map((place) => `${place.nis}|${plainPlace(place.name)}`)).map((key) => near.find((place) => key === `${place.nis}|${plainPlace(place.name)}`)!);
  const nis = unique(choices.map((place) => place.nis));
  if (choices.length === 0) return { kind: "none" };
  if (choices.length === 1 || (whole.length > 0 && nis.length === 1)) return { kind: "found", label: placeLabel(choices[0]!, places), nis };
  return {
    kind: "choose",
    choices: choices.slice(0, 12).map((place) => ({
      label: place.name === place.municipality ? place.name : `${place.name} (${place.municipality})`,
      value: place.name === place.municipality ? place.name : `${place.name} (${place.municipality})`,
    })),
  };
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
