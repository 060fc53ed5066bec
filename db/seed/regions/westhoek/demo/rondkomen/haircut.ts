import type { DemoCase, DemoDiscussion } from "../../../demonstration";

export const haircutTalk: DemoDiscussion = {
  key: "ruilen-en-geven",
  kind: "conversation",
  group: "korf",
  title: "Ruilen en geven",
  state: "open",
  messages: [
    { by: "rita", day: -40, at: "10:00", text: "Ik heb te veel confituurpotten en te weinig tijd om een gordijn in te korten. Zullen we hier zetten wat we kunnen geven of ruilen? Geen geld." },
    { by: "godelieve", day: -40, at: "11:30", text: "Ik kan naaien. Breng dat gordijn. Confituur lust ik altijd." },
    { by: "kevin", day: -39, at: "17:50", text: "ik kan pc's proper maken, stof en virussen. in ruil voor een warme maaltijd" },
    {
      key: "gratis-geknipt", by: "annie", day: -38, at: "19:05",
      text: "Mijn dochter leert voor kapster bij Salon Krul (voorbeeld) en zoekt mensen om op te oefenen. Je moet niets betalen. Ze heeft nog plaats deze maand. Het wordt altijd nagekeken door haar lerares.",
    },
    { by: "marnix", day: -36, at: "08:20", text: "Ik kan leren hoe je een kraan herstelt. In ruil leer ik graag soep maken die naar iets smaakt." },
    { by: "fatima", day: -36, at: "09:45", text: "Marnix, mijn kraan lekt en mijn soep smaakt. Kom maar af." },
    { by: "annie", day: -31, at: "14:12", text: "Mijn bericht staat er weer, merci. Er zijn al drie mensen van hier geknipt. Ze zien er goed uit, ik mag het zeggen want ik ben de moeder." },
    { by: "shana", day: -31, at: "14:40", text: "ik was er 1 van!! eerste keer kapper in 2 jaar 💇‍♀️" },
  ],
};

export const haircutCase: DemoCase = {
  key: "zaak-gratis-geknipt",
  message: "gratis-geknipt",
  reports: [
    { key: "melding-reclame", by: "marnix", day: -38, at: "20:31", reason: "advertising", explanation: "Dit lijkt mij reclame voor een kapsalon. We hadden gezegd: geen reclame." },
    { key: "melding-reclame-2", by: null, day: -37, at: "08:04", reason: "advertising", explanation: "De naam van het salon staat erbij." },
  ],
  decision: {
    by: "hilde", day: -37, at: "09:40",
    found: "advertising",
    rule: "Geen reclame. Iets gratis geven of ruilen mag wel.",
    measure: "hide",
    words: "In je bericht staat de naam van een kapsalon, met een aanbod erbij. Ik begrijp dat je het goed bedoelt. Je mag hier gewoon blijven schrijven.",
  },
  appeal: {
    day: -35, at: "19:22",
    text: "Ik begrijp het niet goed. Mijn dochter verdient hier niets aan, zij is leerling. Het is gratis en dat staat er ook. Er zijn hier mensen die al jaren niet naar de kapper kunnen. Ik wou gewoon iets geven, zoals de anderen.",
    decided: {
      by: "greet", day: -32, at: "11:15",
      outcome: "overturned",
      answer:
        "Dag Annie, ik heb je bericht en de eerste beslissing gelezen. Ik werk niet voor hetzelfde bestuur als de moderator. In onze afspraken staat dat iets gratis geven wel mag. Dat is wat je deed. De naam van het salon was niet nodig, maar daarom is het nog geen reclame. Je krijgt gelijk: je bericht staat weer op zijn plaats. De moderator weet het ook en vindt het een goede les. Dank je dat je het vroeg.",
    },
  },
};
