import type { Municipality, Region } from "../region";
import municipalities from "./municipalities.json";
import { pages } from "./pages";
import { plan } from "./plan/index";
import { themes } from "./themes";

export const region: Region = {
  id: "westhoek",
  name: "Westhoek",
  timeZone: "Europe/Brussels",
  words: {
    nl: {
      region: "de Westhoek",
      inRegion: "in de Westhoek",
      area: "arrondissement",
      province: "West-Vlaanderen",
      tagline: "Samen leren in de Westhoek, van elkaar en met elkaar",
    },
    fr: {
      region: "le Westhoek",
      inRegion: "dans le Westhoek",
      area: "arrondissement",
      province: "la Flandre-Occidentale",
      tagline: "Apprendre ensemble dans le Westhoek, les uns des autres",
    },
    en: {
      region: "the Westhoek",
      inRegion: "in the Westhoek",
      area: "arrondissement",
      province: "West Flanders",
      tagline: "Learning together in the Westhoek, from each other and with each other",
    },
  },
  logo: { text: "Leerhoek", emphasis: "hoek" },
  contact: {
    name: "West-Vlaams Partnerschap Levenslang Leren",
    email: "blijfkennismaken@west-vlaanderen.be",
    phone: null,
    website: plan.website,
    hashtag: plan.hashtag,
  },
  authorities: [
    {
      about: "privacy",
      name: { nl: "Vlaamse Toezichtcommissie", fr: "Commission de contrôle flamande", en: "Flemish Supervisory Commission" },
      website: "https://overheid.vlaanderen.be/digitale-overheid/vlaamse-toezichtcommissie",
    },
    {
      about: "privacy",
      name: {
        nl: "Gegevensbeschermingsautoriteit",
        fr: "Autorité de protection des données",
        en: "Belgian Data Protection Authority",
      },
      website: "https://www.gegevensbeschermingsautoriteit.be",
    },
    {
      about: "accessibility",
      name: { nl: "Vlaamse Ombudsdienst", fr: "Service de médiation flamand", en: "Flemish Ombuds Service" },
      website: "https://www.vlaamseombudsdienst.be",
    },
    {
      about: "digital-services",
      name: {
        nl: "Belgisch Instituut voor postdiensten en telecommunicatie",
        fr: "Institut belge des services postaux et des télécommunications",
        en: "Belgian Institute for Postal Services and Telecommunications",
      },
      website: "https://www.bipt.be",
    },
  ],
  areas: ["Diksmuide", "Ieper", "Veurne"],
  municipalities: municipalities satisfies Municipality[],
  themes,
  plan,
  pages,
  demonstration: async () => (await import("./demo/index")).demonstration,
};
