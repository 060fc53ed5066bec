import { bullets, h2, p } from "../../../block";
import type { DemoDocument } from "../../../demonstration";

export const wordsText: DemoDocument = {
  key: "tekst-buswoorden",
  group: "bus",
  title: "Woorden aan de bushalte",
  licence: "CC BY 4.0",
  writers: ["roza", "tesfay"],
  started: { day: -29, at: "10:00" },
  changed: { day: -24, at: "16:40" },
  blocks: [
    p("Deze woorden kwamen we tegen op het papier aan de halte. We schrijven erbij wat ze bij ons betekenen."),
    h2("Op de uurregeling"),
    bullets("Vak: een stuk van het papier met een kader errond.", "Schoolvakantie: de weken dat de kinderen thuis zijn. Dan rijden er minder bussen.", "Op aanvraag: je moet eerst bellen, anders komt de bus niet."),
    h2("In de bus"),
    bullets("Ontwaarden: je kaart tegen het gele toestel houden.", "Overstappen: uit de ene bus, in de andere."),
  ],
  comments: [],
  edition: null,
  beneath: "tekst-uurregeling",
};
