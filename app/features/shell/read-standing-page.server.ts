import { en } from "#db/seed/regions/standing-texts/en";
import { fr } from "#db/seed/regions/standing-texts/fr";
import { nl } from "#db/seed/regions/standing-texts/nl";
import type { TextPage } from "#db/seed/regions/block";
import { fillPage, type StandingPageKey, type StandingTexts } from "#db/seed/regions/standing-texts/standing-text";
import type { Ctx } from "~/platform/ctx.server";
import type { Language } from "~/platform/language";
import { readContact } from "./read-contact.server";

const texts: Record<Language, StandingTexts> = { nl, fr, en };
const authoritiesOf = { privacy: "privacy", accessibility: "accessibility", moderation: "digital-services" } as const;

export interface StandingPageView {
  page: TextPage;
  /** Where to go when our answer does not satisfy. */
  authorities: { name: string; website: string }[];
  phone: string | null;
  translation: boolean;
}

/** A general page of the installation in the language of the device, or the region's own page about itself. */
export function readStandingPage(ctx: Ctx, key: StandingPageKey | "about"): StandingPageView {
  const { house, language } = ctx;
  const contact = readContact(house);
  const values = {
    installation: house.env.INSTALLATION_NAME,
    contactName: contact.name,
    contactPhone: contact.phone ?? contact.email,
    contactEmail: contact.email,
    dpoContact: contact.dataProtection,
  };
  const about = key === "about" ? undefined : authoritiesOf[key as keyof typeof authoritiesOf];
  return {
    page: fillPage(key === "about" ? house.region.pages[language].about : texts[language][key], values),
    authorities: house.region.authorities.filter((one) => one.about === about).map((one) => ({ name: one.name[language], website: one.website })),
    phone: key === "help" ? contact.phone : null,
    translation: language !== "nl",
  };
}
