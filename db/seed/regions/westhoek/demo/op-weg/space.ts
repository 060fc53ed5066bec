import { letIn, type DemoGroup, type DemoSpace } from "../../../demonstration";
import { houseRules } from "../house-rules";
import { activities } from "./activities";
import { busTalk } from "./bus-talk";
import { experiments } from "./experiments";
import { bundles, questions } from "./questions";
import { ridesAndBikes } from "./rides-and-bikes";
import { timetableText } from "./timetable-text";
import { wordsText } from "./words-text";

const groups: DemoGroup[] = [
  {
    key: "bus",
    name: "Bus en belbus",
    description: "Alles over de bus: lezen, boeken, betalen, overstappen. Voor wie het al kan en voor wie het wil leren.",
    visibility: "public",
    joining: "open",
    members: [
      ...letIn("appointed", -96, "wim", "sofie", "wim"),
      ...letIn("open", -95, null, "gerard", "monique", "christine", "lieve", "patrick", "tesfay", "hugo", "joris"),
      ...letIn("open", -70, null, "yana", "wout", "rita", "martine", "carine", "andre"),
      ...letIn("card", -61, "jo", "roza", "simonne", "jeannine"),
    ],
    requests: [],
  },
  {
    key: "fiets",
    name: "Fietsen en herstellen",
    description: "Fietsen lenen, herstellen en veilig gebruiken. We leren van wie het al kan.",
    visibility: "public",
    joining: "open",
    members: [
      ...letIn("appointed", -90, "wim", "rik"),
      ...letIn("open", -60, null, "lieve", "christine", "tesfay", "wout", "joris", "yana", "patrick", "hugo"),
      ...letIn("open", -25, null, "emma", "shana", "milan", "geert"),
    ],
    requests: [],
  },
  {
    key: "ritten",
    name: "Ritten delen",
    description: "Hier spreken buren af om samen te rijden. Alleen leden lezen mee. Een begeleider laat je binnen.",
    visibility: "members",
    joining: "request",
    members: [
      ...letIn("appointed", -55, "wim", "sofie"),
      ...letIn("approved", -54, "sofie", "patrick", "lieve", "joris", "christine"),
      ...letIn("approved", -8, "sofie", "yana", "wout"),
    ],
    requests: [
      { person: "tesfay", text: "Ik werk in Ieper vroeg in de morgen. Misschien iemand rijdt ook. Ik kan betalen voor benzine.", asked: { day: -1, at: "20:12" } },
    ],
  },
];

export const opWeg: DemoSpace = {
  key: "op-weg",
  slug: "op-weg-zonder-auto",
  name: "Op weg zonder auto",
  summary: "Samen uitzoeken hoe je ergens raakt zonder eigen auto: met de bus, de flexbus, de fiets of met elkaar.",
  theme: "op-weg",
  status: "open",
  visibility: "public",
  joining: "open",
  houseRules,
  organisations: [
    { organisation: "kemmelbeke", lead: true },
    { organisation: "de-omweg", lead: false },
    { organisation: "de-ketting", lead: false },
    { organisation: "ijzermeers", lead: false },
    { organisation: "leeslicht", lead: false },
  ],
  area: ["33039", "33011", "33040", "33041", "33016", "33021", "32006", "32030", "38025", "38002"],
  contact: { name: "Sofie Ampe (voorbeeld)", phone: "057 00 00 50", email: "op-weg@leerhoek.example", dataProtection: "privacy@leerhoek.example" },
  opened: { day: -96, at: "09:00" },
  stopped: null,
  roles: [
    { person: "wim", role: "space_steward", organisation: "kemmelbeke", function: "mobiliteitsambtenaar", untilDay: 540 },
    { person: "sofie", role: "facilitator", organisation: "de-omweg", function: "planner van de ritten", untilDay: 300 },
    { person: "rik", role: "facilitator", organisation: "de-ketting", function: "fietshersteller", untilDay: 300 },
    { person: "hilde", role: "moderator", organisation: "ijzermeers", function: "administratief medewerker", untilDay: 365 },
    { person: "sofie", role: "deputy_moderator", organisation: "de-omweg", function: "planner van de ritten", untilDay: 365 },
    { person: "jo", role: "helper", organisation: "leeslicht", function: "digihelper in de bibliotheek", untilDay: 365 },
  ],
  groups,
  discussions: [...busTalk, ...questions, ...ridesAndBikes],
  bundles,
  documents: [timetableText, wordsText],
  experiments,
  activities,
  cases: [],
};
