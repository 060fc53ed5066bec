import type { Theme } from "../region";

/** The four themes that action 3 names as examples ("zoals"): an administrator may change the list. */
export const themes: Theme[] = [
  {
    key: "rondkomen",
    planName: "armoede",
    name: { nl: "Rondkomen", fr: "Joindre les deux bouts", en: "Making ends meet" },
    description: {
      nl: "Samen leren leven met weinig geld: boodschappen, rekeningen, papieren en je rechten.",
      fr: "Apprendre ensemble à vivre avec peu d’argent : courses, factures, papiers et droits.",
      en: "Learning together how to live on little money: shopping, bills, paperwork and your rights.",
    },
    sensitive: true,
    accent: "brick",
    icon: "wallet",
  },
  {
    key: "op-weg",
    planName: "mobiliteit",
    name: { nl: "Op weg", fr: "En route", en: "On the move" },
    description: {
      nl: "Samen leren hoe je ergens raakt: met de bus, de fiets, te voet of met elkaar.",
      fr: "Apprendre ensemble à se déplacer : en bus, à vélo, à pied ou avec les autres.",
      en: "Learning together how to get somewhere: by bus, by bike, on foot or with each other.",
    },
    sensitive: false,
    accent: "sky",
    icon: "bus",
  },
  {
    key: "samen-niet-alleen",
    planName: "sociaal isolement/gemeenschappelijk ruimtegebruik",
    name: { nl: "Samen, niet alleen", fr: "Ensemble, pas seul", en: "Together, not alone" },
    description: {
      nl: "Samen leren hoe je mensen ontmoet en een zaal, een tafel of een tuin met elkaar deelt.",
      fr: "Apprendre ensemble à rencontrer des gens et à partager une salle, une table ou un jardin.",
      en: "Learning together how to meet people and how to share a room, a table or a garden.",
    },
    sensitive: true,
    accent: "plum",
    icon: "users-round",
  },
  {
    key: "werk-dat-lukt",
    planName: "kwetsbaar werknemerschap",
    name: { nl: "Werk dat lukt", fr: "Un travail qui va", en: "Work that works" },
    description: {
      nl: "Samen leren wat je kunt, wat een job vraagt en hoe je ze volhoudt.",
      fr: "Apprendre ensemble ce que vous savez faire, ce qu’un emploi demande et comment le garder.",
      en: "Learning together what you can do, what a job asks and how to keep it going.",
    },
    sensitive: true,
    accent: "hop",
    icon: "briefcase-business",
  },
];
