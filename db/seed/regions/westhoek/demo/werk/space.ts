import { letIn, type DemoGroup, type DemoSpace } from "../../../demonstration";
import { houseRules } from "../house-rules";
import { activities, experiments } from "./activities";
import { workQuestions, workTalk } from "./work-talk";

const groups: DemoGroup[] = [
  {
    key: "proeven",
    name: "Proeven van werk",
    description: "Ontdekken wat je kunt en wat bij je past, voor je een opleiding of een job kiest.",
    visibility: "public",
    joining: "open",
    members: [
      ...letIn("appointed", -105, "katrien", "tine", "katrien"),
      ...letIn("open", -100, null, "nancy", "jordy", "geert", "sandra", "milan", "kristof", "ilse"),
      ...letIn("card", -91, "tine", "samira"),
    ],
    requests: [],
  },
  {
    key: "volhouden",
    name: "Werk en gezondheid",
    description: "Voor wie terugkeert na ziekte, of het moeilijk heeft op het werk. Alleen leden lezen mee. Je baas ziet dit niet.",
    visibility: "members",
    joining: "request",
    members: [
      ...letIn("appointed", -80, "katrien", "tine"),
      ...letIn("approved", -70, "tine", "ilse", "geert", "nancy", "samira"),
    ],
    requests: [],
  },
];

export const werk: DemoSpace = {
  key: "werk",
  slug: "werk-dat-past",
  name: "Werk dat past",
  summary: "Ontdekken wat je kunt, proeven van een job en het volhouden, samen met werkgevers uit de streek.",
  theme: "werk-dat-lukt",
  status: "paused",
  visibility: "public",
  joining: "open",
  houseRules,
  organisations: [
    { organisation: "de-schaaf", lead: true },
    { organisation: "ijzermeers", lead: false },
    { organisation: "knotwilg", lead: false },
  ],
  area: ["33029", "33037", "32011", "32003"],
  contact: { name: "Tine Verhelst (voorbeeld)", phone: "056 00 00 90", email: "werk@leerhoek.example", dataProtection: "privacy@leerhoek.example" },
  opened: { day: -105, at: "09:00" },
  stopped: { day: -11, at: "14:30" },
  roles: [
    { person: "katrien", role: "space_steward", organisation: "ijzermeers", function: "diensthoofd welzijn", untilDay: 540 },
    { person: "tine", role: "facilitator", organisation: "de-schaaf", function: "jobcoach", untilDay: 300 },
    { person: "veerle", role: "moderator", organisation: "knotwilg", function: "onthaalmedewerker", untilDay: 365 },
    { person: "hilde", role: "deputy_moderator", organisation: "ijzermeers", function: "administratief medewerker", untilDay: 365 },
  ],
  groups,
  discussions: [...workTalk, ...workQuestions],
  bundles: [],
  documents: [],
  experiments,
  activities,
  cases: [],
};
