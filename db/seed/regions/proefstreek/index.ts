import type { Region } from "../region";
import { pages } from "./pages";
import { plan } from "./plan";

const population = { count: 1_000, on: "2020-01-01", source: "verzonnen" };

/** A tiny invented region: the tests' journeys run in it, and it shows how little a region needs. */
export const region: Region = {
  id: "proefstreek",
  name: "Proefstreek",
  timeZone: "Europe/Brussels",
  words: {
    nl: { region: "de Proefstreek", inRegion: "in de Proefstreek", area: "kant", province: "Verzinland", tagline: "Samen leren in de Proefstreek" },
    fr: { region: "la Région-Essai", inRegion: "dans la Région-Essai", area: "côté", province: "Inventaire", tagline: "Apprendre ensemble dans la Région-Essai" },
    en: { region: "the Trial Region", inRegion: "in the Trial Region", area: "side", province: "Inventia", tagline: "Learning together in the Trial Region" },
  },
  logo: { text: "Leerproef", emphasis: "proef" },
  contact: { name: "Proefpartnerschap", email: "hallo@proefstreek.example", phone: "000 00 00 00", website: "https://proefstreek.example", hashtag: "#proefstreek" },
  authorities: [
    { about: "privacy", name: { nl: "Toezicht van Verzinland", fr: "Contrôle d’Inventaire", en: "Inventian Authority" }, website: "https://toezicht.example" },
    { about: "accessibility", name: { nl: "Ombudsdienst van Verzinland", fr: "Médiation d’Inventaire", en: "Inventian Ombuds Service" }, website: "https://ombuds.example" },
    { about: "digital-services", name: { nl: "Digitale Dienst van Verzinland", fr: "Service numérique d’Inventaire", en: "Inventian Digital Service" }, website: "https://digitaal.example" },
  ],
  areas: ["Linkerkant", "Rechterkant"],
  municipalities: [
    {
      nis: "99001", name: "Krekelgem", nameFr: "Krekelgem", area: "Linkerkant", postcodes: ["0001"],
      villages: [{ name: "Krekelgem", postcode: "0001" }, { name: "Sint-Nergens", postcode: "0001" }], population,
    },
    {
      nis: "99002", name: "Vlierbeke-aan-de-Gracht", nameFr: "Vlierbeke", area: "Rechterkant", postcodes: ["0002", "0003"],
      villages: [{ name: "Vlierbeke", postcode: "0002" }, { name: "Oudergracht", postcode: "0003" }, { name: "De Verzonnen Hoek", postcode: null }], population,
    },
  ],
  themes: [
    {
      key: "buiten", planName: "buitenruimte",
      name: { nl: "Samen buiten", fr: "Dehors ensemble", en: "Outdoors together" },
      description: { nl: "Samen leren wat er buiten groeit en bloeit.", fr: "Apprendre ensemble ce qui pousse dehors.", en: "Learning together what grows outdoors." },
      sensitive: false, accent: "teal", icon: "sprout",
    },
    {
      key: "zorgen", planName: "mantelzorg",
      name: { nl: "Zorgen voor iemand", fr: "Prendre soin de quelqu’un", en: "Caring for someone" },
      description: { nl: "Samen leren hoe je voor iemand zorgt en voor jezelf.", fr: "Apprendre ensemble à prendre soin d’un proche et de soi.", en: "Learning together how to care for someone and for yourself." },
      sensitive: true, accent: "amber", icon: "heart-handshake",
    },
  ],
  plan,
  pages,
  demonstration: async () => (await import("./demo")).demonstration,
};
