import { h2, p } from "../block";
import { letIn, type Demonstration, type DemoPerson } from "../demonstration";
import { defaultHouseRules } from "../standing-texts/nl/house-rules";

const person = (key: string, name: string, more: Partial<DemoPerson> = {}): DemoPerson =>
  ({ key, name: `${name} (voorbeeld)`, ageGroup: "16_plus", email: null, installationRoles: [], tryOut: null, ...more });

export const demonstration: Demonstration = {
  organisations: [
    { key: "krekelgem", name: "Bestuur Krekelgem (voorbeeld)", kind: "municipality", nis: "99001", phone: "000 00 00 01", email: "krekelgem@proefstreek.example", stewards: ["bert"] },
    { key: "de-vlier", name: "Vereniging De Vlier (voorbeeld)", kind: "association", nis: "99002", phone: "000 00 00 02", email: "vlier@proefstreek.example", stewards: ["fien"] },
    { key: "de-gracht", name: "School De Gracht (voorbeeld)", kind: "school", nis: "99002", phone: "000 00 00 03", email: "gracht@proefstreek.example", stewards: ["wies"] },
  ],
  people: [
    person("bert", "Bert", { tryOut: "Beheerder" }),
    person("fien", "Fien", { tryOut: "Begeleider" }),
    person("mo", "Mo", { tryOut: "Moderator" }),
    person("dirkje", "Dirkje", { installationRoles: ["administrator"], tryOut: "Systeembeheerder" }),
    person("gust", "Gust", { installationRoles: ["data_steward"], tryOut: "Gegevensbewaker" }),
    person("cor", "Cor", { installationRoles: ["coordinator", "duty_desk"], tryOut: "Coördinator" }),
    person("lena", "Lena", { tryOut: "Onderzoeker" }),
    person("wies", "Wies", { tryOut: "Beheerder van een andere organisatie" }),
    person("hanne", "Hanne", { tryOut: "Helper" }),
    person("ria", "Ria", { tryOut: "Inwoner" }),
    person("sam", "Sam", { tryOut: "Nog een inwoner" }),
    person("tuur", "Tuur", { ageGroup: "13_to_15", tryOut: "Jongere" }),
  ],
  spaces: [
    {
      key: "moestuin",
      slug: "samen-in-de-moestuin",
      name: "Samen in de moestuin",
      summary: "Leren tuinieren van de buren.",
      theme: "buiten",
      status: "open",
      visibility: "public",
      joining: "open",
      houseRules: [...defaultHouseRules],
      organisations: [{ organisation: "krekelgem", lead: true }, { organisation: "de-vlier", lead: false }],
      area: ["99001", "99002"],
      contact: { name: "Bert (voorbeeld)", phone: "000 00 00 01", email: "moestuin@proefstreek.example", dataProtection: "privacy@proefstreek.example" },
      opened: { day: -30, at: "09:00" },
      stopped: null,
      roles: [
        { person: "bert", role: "space_steward", organisation: "krekelgem", function: "groendienst", untilDay: 365 },
        { person: "fien", role: "facilitator", organisation: "de-vlier", function: "vrijwilliger", untilDay: 365 },
        { person: "mo", role: "moderator", organisation: "krekelgem", function: "onthaal", untilDay: 365 },
        { person: "fien", role: "deputy_moderator", organisation: "de-vlier", function: "vrijwilliger", untilDay: 365 },
        { person: "hanne", role: "helper", organisation: "de-vlier", function: "vrijwilliger", untilDay: 365 },
      ],
      groups: [
        {
          key: "tuin", name: "De tuin", description: "Voor wie graag in de aarde zit.", visibility: "public", joining: "open",
          members: [...letIn("appointed", -30, "bert", "bert", "fien"), ...letIn("open", -20, null, "ria", "sam", "tuur")], requests: [],
        },
        {
          key: "serre", name: "De serre", description: "Voor de vaste ploeg.", visibility: "members", joining: "request",
          members: [...letIn("appointed", -30, "bert", "fien"), ...letIn("approved", -15, "fien", "ria")],
          requests: [{ person: "sam", text: "Mag ik helpen met gieten?", asked: { day: -1, at: "18:00" } }],
        },
      ],
      discussions: [
        {
          key: "slakken", kind: "conversation", group: "tuin", title: "Wat doe jij tegen slakken?", state: "open",
          messages: [
            { by: "fien", day: -10, at: "09:00", text: "De sla is op. Niet door ons. Wat doen jullie tegen slakken?" },
            { by: "ria", day: -10, at: "10:30", reactions: { thanks: ["fien", "sam"], clear: ["sam"] }, text: "Eierschalen errond. Ze lopen daar niet graag over." },
            { by: "sam", day: -9, at: "19:45", text: "Ik raap ze 's avonds op en zet ze aan de gracht. Ze hebben daar ook een leven." },
          ],
        },
        {
          key: "vraag-snoeien", kind: "question", group: "tuin", title: "Hoe snoei ik een appelboom?", state: "open",
          question: { state: "asked", pickedUpBy: null, supporters: ["sam", "tuur"] },
          messages: [{ by: "ria", day: -5, at: "14:00", text: "Hij staat er al twintig jaar en hij doet wat hij wil." }],
        },
      ],
      bundles: [],
      documents: [
        {
          key: "tekst-composteren", group: "tuin", title: "Composteren met de buren", licence: "CC BY 4.0", writers: ["fien", "ria"],
          started: { day: -12, at: "10:00" }, changed: { day: -8, at: "10:00" },
          blocks: [h2("Wat mag erin?"), p("Schillen, koffiedik en gras. Geen vlees en geen brood.")],
          comments: [],
          edition: { number: 1, slug: "composteren-met-de-buren", announced: { day: -7, at: "10:00" }, published: { day: -5, at: "10:00" }, by: "fien", named: ["ria"] },
        },
      ],
      experiments: [
        {
          key: "experiment-gieten", group: "tuin", title: "Samen gieten", by: "fien",
          wantToKnow: "Gieten mensen vaker als er een beurtrol is?", whatWeDo: "We hangen een blad op met namen en dagen.", whenWeStop: "Na drie weken.",
          howWeMeasure: "We tellen de streepjes op het blad.", stage: "lesson", outcome: "failed", measured: "Het blad waaide weg.",
          lesson: "Gebruik een nietje.", objective: 1, learningForm: "Leren door te doen", audience: "burger",
          started: { day: -28, at: "09:00" }, finished: { day: -7, at: "09:00" },
        },
      ],
      activities: [
        {
          key: "plantdag", group: "tuin", experiment: null, title: "Plantdag", description: "We planten samen prei.",
          starts: { day: 10, at: "14:00", weekday: 6 }, minutes: 120, place: "De tuin, Sint-Nergens", nis: "99001", howToGetThere: "Te voet.",
          places: 2, priceCents: 0, contact: { name: "Fien (voorbeeld)", phone: "000 00 00 02" }, by: "fien", state: "planned", headcount: null,
          signUps: [{ person: "ria", state: "signed_up", attended: null }],
        },
      ],
      cases: [],
    },
  ],
  studies: [],
};
