/** What a browser gets of activities. Moments are ISO text. */

/** An activity as everyone in its group may see it; what travels to a browser. Numbers of people travel beside it. */
export interface ActivityView {
  kind: "activity";
  id: string;
  rev: number;
  group: string;
  experiment: string | null;
  title: string;
  description: string;
  startsAt: string;
  endsAt: string;
  place: string;
  nis: string | null;
  howToGetThere: string;
  /** Null: no limit. */
  places: number | null;
  /** Euro cents; 0 is "gratis". */
  priceCents: number;
  contactName: string;
  contactPhone: string;
  state: "planned" | "cancelled";
  headcount: number | null;
  gone?: "hidden" | "removed" | "moved";
}

/** How many people come, and how many wait for a place. */
export interface Numbers {
  signedUp: number;
  waiting: number;
}

/** Places that are still free; null without a limit. */
export function freePlaces(places: number | null, { signedUp }: Numbers): number | null {
  return places === null ? null : Math.max(0, places - signedUp);
}

export function activityHref(id: string): string {
  return `/activiteiten/${id}`;
}

/** Where something is, with its municipality unless the words say that already. */
export function placeLine(place: string, municipality: string | null): string {
  const [main = ""] = municipality?.split(/[-\s]/) ?? [];
  return municipality && !place.toLowerCase().includes(main.toLowerCase()) ? `${place}, ${municipality}` : place;
}

/** A phone number as a link takes it: digits, with a plus before. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}
