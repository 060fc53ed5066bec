import { p } from "../block";
import type { Plan } from "../plan";

export const plan: Plan = {
  title: "Proefplan",
  publisher: "Proefpartnerschap",
  hashtag: "#proefstreek",
  website: "https://proefstreek.example",
  versions: [{ number: 1, title: "Eerste proefplan", validFrom: "2020-01-01", note: "Verzonnen." }],
  why: [p("Er is een plan nodig om te kunnen proberen.")],
  mission: "We willen van de Proefstreek een streek maken die uitprobeert.",
  missionExplained: "Zodat elke test weet waar hij aan toe is.",
  objectives: [
    { number: 1, title: "Meer te leren", plain: "Er valt genoeg te leren.", points: ["Meer aanbod.", "Dichterbij."] },
    { number: 2, title: "Meer goesting", plain: "Mensen krijgen goesting.", points: ["Meer vragen.", "Meer plezier."] },
  ],
  actions: [
    { number: 1, title: "Samen uitproberen", plain: "We proberen samen iets uit.", what: "We zetten leerplekken op.", why: "Omdat leren samen beter lukt.", forWhom: ["Iedereen."] },
    { number: 2, title: "Samen vertellen", plain: "We vertellen wat we leerden.", what: "We delen lessen.", why: "Omdat anderen er iets aan hebben.", forWhom: ["Andere streken."] },
  ],
  engagement: {
    join: { title: "Doe mee", text: "Iedereen kan aansluiten.", who: ["burgers", "verenigingen"] },
    linkAction: {
      title: "Koppel je acties",
      conditions: [
        { key: "fits-objective", question: "Past je actie bij een doelstelling?" },
        { key: "several-partners", question: "Werk je met meerdere partners?" },
        { key: "shares-results", question: "Deel je wat je leert?" },
      ],
    },
    idea: { title: "Een idee?", text: "Laat het weten." },
  },
  widerPartnership: { name: "Groot Proefpartnerschap", promises: ["We delen wat we leren."] },
  indicators: [
    { key: "deelname", title: "Deelname", kind: "survey", explanation: "Een verzonnen cijfer.", source: "verzonnen" },
    { key: "bereik", title: "Bereik", kind: "platform", explanation: "Hoeveel mensen meedoen.", source: "geteld in de leerplekken" },
  ],
  figures: [
    { indicator: "deelname", area: "Proefstreek", year: 2021, kind: "measured", percent: 10, people: null, source: "verzonnen" },
    { indicator: "deelname", area: "Proefstreek", year: 2030, kind: "target", percent: 20, people: 400, source: "verzonnen" },
  ],
  founders: [{ name: "Stichting Verzinsel", explanation: "Bestaat niet." }],
  quotes: [],
  sourceNotes: ["Alles in dit plan is verzonnen."],
};
