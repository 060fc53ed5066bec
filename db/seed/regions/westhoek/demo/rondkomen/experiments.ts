import type { DemoExperiment } from "../../../demonstration";

export const experiments: DemoExperiment[] = [
  {
    key: "experiment-vijf-pitten",
    group: "korf",
    title: "Samen koken met wat er is",
    by: "ingrid",
    wantToKnow: "Leren mensen goedkoper en gezonder koken als ze het van elkaar leren, zonder lesgever?",
    whatWeDo: "We koken drie keer in het zaaltje achter de winkel. Telkens toont iemand anders een gerecht. We hebben tien euro voor vijf mensen. De rest komt uit de winkel of uit iemands tuin.",
    whenWeStop: "Na drie avonden.",
    howWeMeasure: "We vragen na een maand: heb je één van de gerechten thuis gekookt? En wie heb je het getoond?",
    stage: "measuring",
    outcome: null,
    measured: "Er kwamen 9, 11 en 14 mensen. We bellen nu iedereen op. Van de eerste 12 kookten er 10 een gerecht thuis.",
    lesson: "",
    objective: 1,
    learningForm: "Van elkaar leren in een keuken",
    audience: "burger",
    started: { day: -72, at: "10:00" },
    finished: null,
  },
];
