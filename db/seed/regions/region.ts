import type { TextPage } from "./block";
import type { Demonstration } from "./demonstration";
import type { Plan } from "./plan";

/** A region is data: nothing outside this folder knows one by name. */
export interface Region {
  /** Folder name, and the value of the setting that chooses the region. */
  id: string;
  name: string;
  /** IANA name of the region's clock, e.g. "Europe/Brussels". */
  timeZone: string;
  words: Record<RegionLanguage, RegionWords>;
  logo: Logo;
  contact: Contact;
  /** Where complaints go when an answer does not satisfy: privacy and accessibility. */
  authorities: Authority[];
  /** Groups of municipalities that statistics and research speak of (here arrondissements), in the order to show them. */
  areas: string[];
  municipalities: Municipality[];
  themes: Theme[];
  plan: Plan;
  /** Standing pages that only make sense here; the general ones are in `standing-texts`. */
  pages: Record<RegionLanguage, RegionPages>;
  /** Loaded apart: a running installation without demonstration never holds it in memory. */
  demonstration: () => Promise<Demonstration>;
}

export type RegionLanguage = "nl" | "fr" | "en";

/** Ready to be put into a sentence: "in {inRegion}" is already said. */
export interface RegionWords {
  /** "de Westhoek" */
  region: string;
  /** "in de Westhoek" */
  inRegion: string;
  /** One of the areas, in the singular: "arrondissement". */
  area: string;
  province: string;
  /** The region's name for this installation's home page title: one short line. */
  tagline: string;
}

export interface Logo {
  /** The name of the installation, shown beside the mark. */
  text: string;
  /** The part of it that carries the accent; must be a part of `text`. */
  emphasis: string;
}

export interface Contact {
  name: string;
  email: string;
  /** Null: nobody answers a phone for the whole region; each leerplek shows its own number. */
  phone: string | null;
  website: string;
  hashtag: string;
}

export interface Authority {
  about: "privacy" | "accessibility" | "digital-services";
  name: Record<RegionLanguage, string>;
  website: string;
}

export interface Municipality {
  /** Code of the national statistics office (REFNIS). */
  nis: string;
  name: string;
  nameFr: string;
  area: string;
  postcodes: string[];
  villages: Village[];
  population: { count: number; on: string; source: string };
}

export interface Village {
  name: string;
  /** Null where a municipality has several postcodes and the village's own is not in the source. */
  postcode: string | null;
}

/** Accents that the stylesheet knows, as classes `accent-<key>`. */
export type AccentKey = "teal" | "brick" | "hop" | "plum" | "sky" | "amber";

export interface Theme {
  key: string;
  /** As the plan says it: for officials and exports. */
  planName: string;
  /** As residents see it. */
  name: Record<RegionLanguage, string>;
  /** One plain sentence. */
  description: Record<RegionLanguage, string>;
  /** Groups start closed, without presence, with discreet notices. */
  sensitive: boolean;
  accent: AccentKey;
  /** Name of an icon in the sprite (as in lucide). */
  icon: string;
}

export interface RegionPages {
  /** What this installation is, for whom, and who stands behind it. */
  about: TextPage;
}
