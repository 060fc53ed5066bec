import type { DemoStudy } from "../../demonstration";

const yes = (person: string, day: number, coversBefore = false): DemoStudy["consents"][number] =>
  ({ person, answer: "given", coversBefore, channel: "self", at: { day, at: "18:30" } });
const no = (person: string, day: number): DemoStudy["consents"][number] =>
  ({ person, answer: "refused", coversBefore: false, channel: "self", at: { day, at: "19:10" } });

export const study: DemoStudy = {
  slug: "wat-helpt-om-mee-te-doen",
  title: "Wat helpt mensen om mee te doen?",
  purpose: "We willen weten welke stappen mensen zetten vóór ze voor het eerst meedoen: eerst lezen, een vraag stellen, of meteen naar een activiteit. Zo kunnen leerplekken de drempel lager maken.",
  investigator: "Lotte Vermeersch (voorbeeld)",
  institution: "Hogeschool Noordzee (voorbeeld)",
  legalBasis: "Jouw toestemming",
  ethicsReference: "EC-VOORBEELD-001",
  recipients: "Lotte Vermeersch en één collega van Hogeschool Noordzee (voorbeeld). Niemand anders.",
  fields: ["type", "occurred_at", "role", "space", "theme", "mode", "audience"],
  periodFrom: { day: -45, at: "00:00" },
  periodTo: { day: 180, at: "00:00" },
  retentionEnd: { day: 910, at: "00:00" },
  sheet: [
    "Dag. Ik ben Lotte. Ik onderzoek hoe mensen in de streek samen leren. Ik vraag of ik daarvoor gegevens mag gebruiken over wat jij hier doet.",
    "Wat krijg ik te zien? Ik zie dát er iets gebeurde, niet wát je schreef. Bijvoorbeeld: iemand stelde een leervraag, iemand kwam naar een activiteit. In plaats van je naam staat er een code. Alleen in deze studie bestaat die code.",
    "Wat krijg ik niet te zien? Je naam, je dorp, je e-mail en je berichten. Ook niet wat je doet in een leerplek die niet bij deze studie hoort.",
    "Moet je ja zeggen? Nee. Er verandert niets als je nee zegt. Niemand van de leerplek ziet wat je koos.",
    "Kun je later nog nee zeggen? Ja, altijd, met één klik. Dan verdwijn je uit alles wat daarna geleverd wordt. Ik krijg de vraag om te wissen wat ik al had.",
    "Hoelang bewaar ik het? Tot twee jaar na de studie. Daarna wis ik alles en wordt ook de sleutel vernietigd.",
    "Wat hebben jullie eraan? Ik kom de resultaten in elke leerplek vertellen, in gewone taal, met koffie.",
    "Heb je een vraag? Bel of schrijf naar de gegevensbewaker, Ann Bulcke (voorbeeld): ann@leerhoek.example.",
  ].join("\n\n"),
  state: "open",
  steward: "ann",
  researchers: [{ person: "lotte", institution: "Hogeschool Noordzee (voorbeeld)", untilDay: 180 }],
  spaces: ["op-weg", "samen", "werk"],
  answers: [
    { organisation: "kemmelbeke", agrees: true, reason: "", by: "wim", at: { day: -50, at: "10:00" } },
    { organisation: "de-omweg", agrees: true, reason: "", by: "sofie", at: { day: -50, at: "11:00" } },
    { organisation: "de-ketting", agrees: true, reason: "", by: "rik", at: { day: -49, at: "09:00" } },
    { organisation: "knotwilg", agrees: true, reason: "", by: "nadia", at: { day: -49, at: "14:00" } },
    { organisation: "boerenzwaluw", agrees: true, reason: "", by: "bruno", at: { day: -48, at: "09:30" } },
    { organisation: "de-schaaf", agrees: false, reason: "Onze mensen zijn bang dat hun werkgever meekijkt. We willen hun vertrouwen niet verliezen.", by: "tine", at: { day: -48, at: "16:00" } },
    { organisation: "leeslicht", agrees: true, reason: "", by: "jo", at: { day: -48, at: "11:20" } },
    { organisation: "ijzermeers", agrees: true, reason: "", by: "katrien", at: { day: -47, at: "10:15" } },
  ],
  consents: [
    yes("lieve", -44, true), yes("gerard", -44), yes("christine", -43, true), yes("tesfay", -42, true), yes("yana", -40),
    yes("wout", -40), yes("joris", -38, true), yes("martine", -43, true), yes("andre", -41), yes("freddy", -39, true),
    yes("ibrahim", -37), yes("luc", -37, true), yes("carine", -36), yes("els", -30, true),
    { person: "roza", answer: "given", coversBefore: true, channel: "assisted", at: { day: -43, at: "10:30" } },
    no("hugo", -44), no("simonne", -42), no("monique", -41),
    yes("patrick", -40),
    { person: "patrick", answer: "withdrawn", coversBefore: false, channel: "self", at: { day: -6, at: "20:15" } },
  ],
};
