import type { DemoDiscussion } from "../../../demonstration";

export const questionsAndCalls: DemoDiscussion[] = [
  {
    key: "vraag-slecht-horen",
    kind: "question",
    group: "tafel",
    title: "Hoe praat je mee in een groep als je slecht hoort?",
    state: "open",
    question: { state: "answered", pickedUpBy: "bruno", supporters: ["luc", "andre", "simonne", "martine"] },
    messages: [
      { by: "jeannine", day: -83, at: "14:05", text: "En ook omgekeerd: hoe leer ik de anderen hoe ze met mij kunnen praten, zonder dat ik het elke keer moet vragen?" },
      { by: "bruno", day: -82, at: "09:30", text: "Ik pik dit op. Op de eerste lange tafel proberen we vijf dingen uit: tafellakens, geen muziek, ronde groepjes van zes, goed licht op de gezichten, en een kaartje 'Kijk me aan als je praat'." },
      { by: "jeannine", day: -75, at: "11:11", text: "Voor de eerste keer in jaren heb ik een mop helemaal verstaan. Ze was niet goed, maar toch." },
      { by: "bruno", day: -74, at: "09:00", text: "Dan is de vraag beantwoord: het licht en de kleine groepjes hielpen het meest. De kaartjes gebruikt nu bijna iedereen." },
    ],
  },
  {
    key: "vraag-videobellen",
    kind: "question",
    group: "tafel",
    title: "Hoe videobel ik met mijn kleinkinderen in Canada?",
    state: "open",
    question: { state: "picked_up", pickedUpBy: "bruno", supporters: ["simonne", "jeannine", "martine", "godelieve", "carine"] },
    messages: [
      { by: "andre", day: -17, at: "10:15", text: "Ze zijn vier en zes. Aan de telefoon zwijgen ze. Mijn zoon zegt dat het met beeld beter gaat. Ik heb een tablet gekregen maar ik krijg hem niet aan de praat." },
      { by: "bea", day: -17, at: "11:40", text: "Bij mij was het de microfoon die uit stond. Een maand lang dachten ze dat ik kwaad was." },
      { by: "bruno", day: -16, at: "09:00", text: "Dit doen we samen, André. Iedereen brengt zijn eigen tablet of gsm mee en we bellen elkaar op, van het ene tafeltje naar het andere. Als dat lukt, lukt Canada ook." },
    ],
  },
  {
    key: "vraag-nieuwe-buren",
    kind: "question",
    group: "tafel",
    title: "Hoe begin je een gesprek met nieuwe buren?",
    state: "open",
    question: { state: "asked", pickedUpBy: null, supporters: ["els", "freddy", "ibrahim"] },
    messages: [
      { by: "simonne", day: -6, at: "16:25", text: "Er wonen nieuwe mensen naast mij. Jong, met een hond. We knikken. Ik zou wel eens iets willen zeggen, maar ik wil mij niet opdringen." },
      { by: "ibrahim", day: -5, at: "19:10", text: "Toen wij hier kwamen wonen, bracht een oude man ons prei. Veel prei. Wij wisten niet wat het was. Nu is hij de peter van onze zoon. Dus: prei." },
      { by: "simonne", day: -5, at: "19:45", text: "Ik heb prei!" },
    ],
  },
  {
    key: "zondag-bellen",
    kind: "conversation",
    group: "bellen",
    title: "Elke zondag een telefoontje",
    state: "open",
    messages: [
      { by: "nadia", day: -75, at: "10:00", text: "In deze groep bellen jullie elkaar, twee aan twee, elke zondag. Hier spreken we af wie met wie. Lukt het niet, zeg het gewoon. Niemand moet iets." },
      { by: "jeannine", day: -75, at: "15:33", text: "Liefst iemand met een zware stem, die versta ik beter." },
      { by: "andre", day: -75, at: "16:20", text: "Dat ben ik dan zeker. Ik bel je om vier uur, na de koers." },
      { by: "els", day: -74, at: "20:12", text: "Ik vind het eng om te bellen maar ik wil het leren. Mag ik opschrijven wat ik ga zeggen?" },
      { by: "martine", day: -74, at: "20:30", text: "Natuurlijk schat. Ik heb ook een briefje. Er staat op: 1 hoe is het 2 wat heb je gegeten 3 wat ga je doen. Verder ben ik nog nooit geraakt, dan zijn we vertrokken." },
      { by: "els", day: -67, at: "17:05", text: "23 minuten gebeld met Martine. We zaten pas aan nummer 2." },
      { by: "freddy", day: -60, at: "18:00", text: "Zondag was altijd mijn slechtste dag. Dat wou ik maar zeggen. Was." },
      { by: "nadia", day: -59, at: "09:15", text: "Dat is het mooiste wat ik deze week lees, Freddy." },
      { by: "jeannine", day: -4, at: "16:50", text: "André heeft vandaag niet gebeld. Weet iemand iets?" },
      { by: "carine", day: -4, at: "17:02", text: "Ik ben even langs gereden. Hij was in slaap gevallen bij de koers. Alles goed, hij belt zo!" },
      { by: "jeannine", day: -4, at: "17:03", text: "Oef. Zie je, daarom doen we dit." },
    ],
  },
];
