import { letIn, type DemoGroup, type DemoSpace } from "../../../demonstration";
import { houseRules } from "../house-rules";
import { activities } from "./activities";
import { experiments } from "./experiments";
import { haircutCase, haircutTalk } from "./haircut";
import { korfTalk } from "./korf-talk";
import { lettersTalk } from "./letters-talk";
import { bundles, questions } from "./questions";
import { texts } from "./texts";

const groups: DemoGroup[] = [
  {
    key: "korf",
    name: "Slim kopen en koken",
    description: "Recepten, adressen en goede ideeën voor wie op zijn geld moet letten. Iedereen mag meelezen.",
    visibility: "public",
    joining: "open",
    members: [
      ...letIn("appointed", -120, "katrien", "katrien", "stijn", "ingrid"),
      ...letIn("open", -119, null, "rita", "noel", "fatima", "annie", "dirk", "marnix", "mieke"),
      ...letIn("open", -90, null, "shana", "kevin", "olena", "zahra"),
      ...letIn("card", -85, "jo", "godelieve"),
      ...letIn("appointed", -60, "katrien", "jo"),
    ],
    requests: [],
  },
  {
    key: "brieven",
    name: "Brieven en rekeningen",
    description: "Over brieven, rekeningen en afbetalen. Alleen leden lezen mee. Een begeleider laat je binnen en vraagt niets anders dan je naam hier.",
    visibility: "members",
    joining: "request",
    members: [
      ...letIn("appointed", -100, "katrien", "stijn"),
      ...letIn("approved", -72, "stijn", "noel", "kevin", "annie", "zahra", "marnix", "rita", "dirk"),
    ],
    requests: [
      { person: "mieke", text: "Ik heb een paar brieven waar ik niet aan uit kan. Mag ik erbij?", asked: { day: -1, at: "21:35" } },
    ],
  },
];

export const rondkomen: DemoSpace = {
  key: "rondkomen",
  slug: "rondkomen-aan-de-ijzer",
  name: "Rondkomen aan de IJzer",
  summary: "Leren leven met weinig geld, van mensen die weten hoe dat is: koken, kopen, brieven begrijpen en je rechten kennen.",
  theme: "rondkomen",
  status: "open",
  visibility: "public",
  joining: "open",
  houseRules,
  organisations: [
    { organisation: "ijzermeers", lead: true },
    { organisation: "allemaal-mee", lead: false },
    { organisation: "volle-korf", lead: false },
    { organisation: "leeslicht", lead: false },
  ],
  area: ["32003", "32006", "33011", "33040", "32030", "32011"],
  contact: { name: "Katrien Desmet (voorbeeld)", phone: "051 00 00 10", email: "rondkomen@leerhoek.example", dataProtection: "privacy@leerhoek.example" },
  opened: { day: -120, at: "09:00" },
  stopped: null,
  roles: [
    { person: "katrien", role: "space_steward", organisation: "ijzermeers", function: "diensthoofd welzijn", untilDay: 540 },
    { person: "stijn", role: "facilitator", organisation: "allemaal-mee", function: "ervaringswerker", untilDay: 300 },
    { person: "ingrid", role: "facilitator", organisation: "volle-korf", function: "winkelverantwoordelijke", untilDay: 300 },
    { person: "hilde", role: "moderator", organisation: "ijzermeers", function: "administratief medewerker", untilDay: 365 },
    { person: "ingrid", role: "deputy_moderator", organisation: "volle-korf", function: "winkelverantwoordelijke", untilDay: 365 },
    { person: "jo", role: "helper", organisation: "leeslicht", function: "digihelper in de bibliotheek", untilDay: 365 },
  ],
  groups,
  discussions: [...korfTalk, haircutTalk, ...lettersTalk, ...questions],
  bundles,
  documents: texts,
  experiments,
  activities,
  cases: [haircutCase],
};
