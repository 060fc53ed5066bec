import { bullets, h2, h3, p, steps } from "../../../block";
import type { DemoDocument } from "../../../demonstration";

export const texts: DemoDocument[] = [
  {
    key: "tekst-vijf-pitten",
    group: "korf",
    title: "Vijf pitten, vijf potten",
    licence: "CC BY 4.0",
    writers: ["ingrid", "fatima", "rita", "shana", "olena"],
    started: { day: -23, at: "10:00" },
    changed: { day: -2, at: "20:41" },
    blocks: [
      p("Vijf gerechten voor vijf mensen. Elk kost minder dan tien euro. We hebben ze alle vijf gekookt en alle vijf opgegeten."),
      h2("Linzensoep van Fatima"),
      p("Eén pot, één pitje, twintig minuten."),
      bullets("1 pak rode linzen", "2 ajuinen en 2 wortels", "1 koffielepel komijn", "het sap van een citroen"),
      steps(
        "Snijd de ajuin en de wortel klein. Bak ze in wat olie.",
        "Doe de linzen en de komijn erbij. Giet er anderhalve liter water op.",
        "Laat twintig minuten zacht koken. Proef. Doe er zout bij.",
        "Pers de citroen erin als het vuur uit is. Niet vroeger, zegt Fatima.",
      ),
      h2("Patatten met ei en mosterd van Rita"),
      p("Voor als er echt niets meer is."),
      steps(
        "Kook de aardappelen in de schil. Zo blijft er meer in zitten.",
        "Bak ajuin tot hij bruin is. Doe de aardappelen erbij.",
        "Klop de eieren los met een lepel mosterd. Giet erover.",
      ),
      h2("Koolschotel van Olena"),
      p("Hier schrijft Olena nog aan. De kool komt uit de tuin van Moeke Godelieve."),
      h2("Wat leerden we?"),
      h3("Over koken"),
      bullets("Kruiden kosten weinig en doen veel.", "Samen vijf gerechten koken kost minder dan elk apart.", "Wie nooit gekookt heeft, leert het vlugst van iemand die geen recept gebruikt."),
    ],
    tasks: [
      { text: "Vraag aan Rita of haar gerecht zo klopt.", person: "ingrid", done: true },
      { text: "Schrijf de koolschotel verder uit.", person: "olena" },
      { text: "Reken na wat elk gerecht nu kost.", person: "shana" },
    ],
    comments: [
      { by: "shana", day: -9, at: "18:12", text: "mag erbij dat je de linzen niet moet weken? ik dacht van wel en toen durfde ik niet" },
      { by: "fatima", day: -8, at: "12:05", text: "Ja! Rode linzen niet weken. Ik schrijf het erbij." },
    ],
    proposals: [
      {
        by: "annie", day: -2, at: "22:40", piece: "Voor als er echt niets meer is.", text: "Voor als de maand te lang duurt.", note: "Er is altijd nog iets. Dit klinkt zo triest.",
        declined: { by: "ingrid", day: -1, at: "09:10", reason: "Rita wil haar eigen zin houden. Dank je dat je meedenkt, Annie." },
      },
      { by: "noel", day: -1, at: "10:20", piece: "Eén pot, één pitje", text: "Eén grote pot, één pitje, twintig minuten. Rode linzen hoef je niet te weken.", note: "Shana vroeg het, en ik wist het ook niet." },
    ],
    edition: null,
  },
  {
    key: "tekst-bellen-rekening",
    group: "brieven",
    title: "Bellen over een rekening",
    licence: "CC BY 4.0",
    writers: ["stijn", "dirk", "kevin"],
    started: { day: -31, at: "11:30" },
    changed: { day: -22, at: "16:00" },
    blocks: [
      p("Bellen is moeilijk als je bang bent. Lees daarom gewoon af wat hier staat. Niemand ziet dat."),
      h2("Leg klaar"),
      bullets("de brief", "een pen en een blad", "het bedrag dat je elke maand echt kunt betalen"),
      h2("Zeg dit"),
      steps(
        "Goeiedag. Ik bel over een rekening. Het nummer is …",
        "Ik kan dit niet in één keer betalen. Ik kan … euro per maand. Kan dat?",
        "Kunt u dat op papier sturen?",
        "Met wie heb ik gesproken?",
      ),
      p("Zeggen ze nee? Vraag dan: wat kan wel? En vraag hulp. Je hoeft dit niet alleen te doen."),
    ],
    comments: [],
    edition: null,
  },
];
