import { letIn, type DemoGroup, type DemoSpace } from "../../../demonstration";
import { houseRules } from "../house-rules";
import { activities, documents, experiments } from "./activities";
import { hallTalk, neighbourCase } from "./hall-talk";
import { questionsAndCalls } from "./questions-and-calls";
import { tableTalk } from "./table-talk";

const groups: DemoGroup[] = [
  {
    key: "tafel",
    name: "De lange tafel",
    description: "Samen eten, samen praten. Voor wie vaak alleen is en voor wie graag volk ziet.",
    visibility: "public",
    joining: "open",
    members: [
      ...letIn("appointed", -110, "nadia", "nadia", "bruno"),
      ...letIn("open", -110, null, "martine", "andre", "freddy", "luc", "ibrahim", "carine", "bea"),
      ...letIn("card", -88, "nadia", "jeannine", "simonne"),
      ...letIn("open", -49, null, "els", "godelieve"),
    ],
    requests: [],
  },
  {
    key: "zaal",
    name: "Eén zaal voor iedereen",
    description: "Zalen, tuinen en sleutels delen. Wie heeft plaats, wie zoekt plaats, en welke afspraken helpen?",
    visibility: "public",
    joining: "open",
    members: [
      ...letIn("appointed", -68, "nadia", "bruno", "nadia"),
      ...letIn("open", -67, null, "luc", "carine", "ibrahim", "bea", "andre", "simonne"),
    ],
    requests: [],
  },
  {
    key: "bellen",
    name: "Even bellen",
    description: "Elke zondag een telefoontje, twee aan twee. Je wordt uitgenodigd door Nadia.",
    visibility: "members",
    joining: "invitation",
    members: [
      ...letIn("appointed", -76, "nadia", "nadia"),
      ...letIn("invited", -76, "nadia", "jeannine", "andre", "els", "martine", "freddy", "carine"),
    ],
    requests: [],
  },
];

export const samen: DemoSpace = {
  key: "samen",
  slug: "een-stoel-voor-iedereen",
  name: "Een stoel voor iedereen",
  summary: "Leren hoe je mensen samenbrengt in een dorp, en hoe je een zaal, een tafel of een tuin met elkaar deelt.",
  theme: "samen-niet-alleen",
  status: "open",
  visibility: "public",
  joining: "open",
  houseRules,
  organisations: [
    { organisation: "knotwilg", lead: true },
    { organisation: "boerenzwaluw", lead: false },
  ],
  area: ["33021", "32030", "33041", "38002"],
  contact: { name: "Nadia Bouazza (voorbeeld)", phone: "057 00 00 70", email: "samen@leerhoek.example", dataProtection: "privacy@leerhoek.example" },
  opened: { day: -110, at: "10:00" },
  stopped: null,
  roles: [
    { person: "nadia", role: "space_steward", organisation: "knotwilg", function: "centrumleider", untilDay: 540 },
    { person: "bruno", role: "facilitator", organisation: "boerenzwaluw", function: "dorpshuiswerker", untilDay: 300 },
    { person: "veerle", role: "moderator", organisation: "knotwilg", function: "onthaalmedewerker", untilDay: 365 },
    { person: "bruno", role: "deputy_moderator", organisation: "boerenzwaluw", function: "dorpshuiswerker", untilDay: 365 },
  ],
  groups,
  discussions: [...tableTalk, ...hallTalk, ...questionsAndCalls],
  bundles: [],
  documents,
  experiments,
  activities,
  cases: [neighbourCase],
};
