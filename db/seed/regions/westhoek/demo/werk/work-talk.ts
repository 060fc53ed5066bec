import type { DemoDiscussion } from "../../../demonstration";

export const workTalk: DemoDiscussion[] = [
  {
    key: "werk-pauze",
    kind: "announcement",
    group: "proeven",
    title: "We nemen een pauze, en dit is waarom",
    state: "open",
    messages: [
      {
        by: "katrien", day: -11, at: "14:00",
        text: "Dag iedereen,\n\nDeze leerplek neemt een pauze. Tine werkt enkele maanden halftijds en we willen jullie niet half helpen.\n\nAlles blijft staan. Je kunt alles blijven lezen. Schrijven gaat nu even niet. De moderator blijft bereikbaar en je kunt altijd bellen: 056 00 00 90.\n\nWe gebruiken de pauze om twee werkgevers te zoeken die een proefdag willen geven. Ken je er een? Bel ons.\n\nKatrien en Tine",
      },
    ],
  },
  {
    key: "waar-ben-je-goed-in",
    kind: "conversation",
    group: "proeven",
    title: "Waar ben jij goed in, zonder dat je het doorhebt?",
    state: "open",
    messages: [
      { by: "tine", day: -92, at: "09:00", text: "Als ik vraag 'wat kun jij?', zeggen mensen vaak: niks speciaals. En dan blijkt dat ze een huishouden van zes rechthouden. Vertel eens: waarvoor bellen mensen jou?" },
      { by: "nancy", day: -92, at: "10:40", text: "Niks speciaals 😄 Voor papieren vullen ze mij op, van heel de familie." },
      { by: "tine", day: -92, at: "10:55", text: "- Nauwkeurig\n- Geduldig\n- Mensen vertrouwen je hun papieren toe\n\nDat zijn er al **drie**." },
      { by: "jordy", day: -91, at: "17:21", text: "brommers. als hij niet start bellen ze mij. ik hoor dat gewoon" },
      { by: "geert", day: -91, at: "18:02", text: "Dat heet een diagnose stellen, Jordy. Daar betalen garages voor." },
      { by: "samira", day: -90, at: "12:30", text: "Ik spreek vier talen. In mijn land was ik apothekersassistent. Hier ik poets. Ik poets graag, maar ik denk ook: misschien kan ik meer." },
      { by: "sandra", day: -90, at: "13:15", text: "Samira dat wist ik niet en wij poetsen al een jaar in hetzelfde gebouw!" },
      { by: "milan", day: -89, at: "20:10", text: "Weet niet. Ik ben gestopt met school. Gamen?" },
      { by: "jordy", day: -89, at: "20:31", text: "gij hebt bij ons heel dat game-weekend georganiseerd. 12 man, stroom, pizza, alles" },
      { by: "milan", day: -89, at: "20:40", text: "Telt dat?" },
      { by: "tine", day: -88, at: "09:10", text: "Dat telt, @Milan. Plannen, een groep samenhouden, problemen oplossen onder druk. Zet het op je lijst **wat ik kan**. Die lijst is alleen van jou, niemand anders ziet ze." },
      { by: "kristof", day: -87, at: "19:00", text: "Mensen bellen mij nooit. Maar de hond van iedereen loopt wel naar mij." },
      { by: "ilse", day: -87, at: "19:12", text: "Kristof dat is misschien wel de grootste gave van allemaal." },
    ],
  },
  {
    key: "dag-in-de-bakkerij",
    kind: "conversation",
    group: "proeven",
    title: "Een dag in de bakkerij",
    state: "open",
    messages: [
      { by: "tine", day: -46, at: "08:55", text: "Vier mensen gingen proeven van werk in een bakkerij. Niet solliciteren, gewoon een halve nacht meedraaien. Hoe was het?" },
      { by: "kristof", day: -46, at: "13:20", text: "Begonnen om 3 uur. Eerst dacht ik: wat doe ik hier. Om 5 uur rook alles naar brood en was het stil buiten. Ik was daar content." },
      { by: "sandra", day: -46, at: "14:02", text: "Niks voor mij. Het is heet, je staat recht en alles weegt 25 kilo. Blij dat ik het weet vóór ik een opleiding begon." },
      { by: "tine", day: -46, at: "14:30", text: "Dat is ook een goede uitkomst, Sandra. Wat zou je nu anders zoeken?" },
      { by: "sandra", day: -45, at: "09:18", text: "Iets met mensen. In de winkel vooraan vond ik het wel leuk, dat kwartiertje dat ik mocht helpen." },
      { by: "jordy", day: -45, at: "18:40", text: "de kneedmachine maakte lawaai dat niet juist was. ik heb het gezegd. de baas zei dat de hersteller morgen kwam voor exact dat" },
      { by: "samira", day: -44, at: "21:05", text: "Ik mocht het recept afwegen. Dat is zoals vroeger in de apotheek, alles juist op de gram. Mijn handen wisten het nog." },
      { by: "kristof", day: -30, at: "12:11", reactions: { thanks: ["ilse", "nancy", "tine"], me_too: ["sandra"] }, text: "Ik mag twee nachten per week blijven komen. Contract getekend. Eerste in vier jaar." },
      { by: "ilse", day: -30, at: "12:30", text: "Kristof!!! Dat doet deugd om te lezen." },
      { by: "nancy", day: -29, at: "08:00", text: "Proficiat. Breng je nu koffiekoeken mee naar hier?" },
    ],
  },
  {
    key: "terug-aan-het-werk",
    kind: "conversation",
    group: "volhouden",
    title: "Terug aan het werk na lang ziek zijn",
    state: "open",
    messages: [
      { by: "tine", day: -64, at: "09:30", text: "Een paar leden gaan binnenkort opnieuw werken. Wat hielp jullie de eerste weken? En wat zeker niet?" },
      { by: "ilse", day: -64, at: "19:50", text: "Niet helpen: 'amai ge ziet er goed uit'. Ik zag er goed uit en ik was kapot." },
      { by: "geert", day: -63, at: "08:30", text: "Bij mij hielp dat ik mocht beginnen om tien uur. Klein ding, groot verschil. Ik had het nooit durven vragen, mijn vrouw heeft het mij laten inoefenen." },
      { by: "nancy", day: -63, at: "10:02", text: "Wat zei je dan juist?" },
      { by: "geert", day: -63, at: "10:40", text: "'Ik wil graag blijven. De ochtenden zijn nu het moeilijkst. Kan ik twee maanden om tien uur beginnen? Daarna bekijken we het opnieuw.' Met een einddatum zeggen ze makkelijker ja." },
      { by: "ilse", day: -62, at: "20:22", text: "Die zin schrijf ik over." },
      { by: "samira", day: -62, at: "21:40", text: "Ik durf niet goed vertellen waarom ik ziek was. Moet dat?" },
      { by: "tine", day: -61, at: "09:00", text: "Nee, Samira. Je baas hoeft je ziekte niet te kennen. Je vertelt alleen wat je wel en niet kunt. De rest kies je zelf." },
      { by: "ilse", day: -21, at: "18:15", text: "Week drie gehaald. Begin om tien uur. Ik heb de zin van Geert gezegd, woord voor woord. Het werkte." },
    ],
  },
];

export const workQuestions: DemoDiscussion[] = [
  {
    key: "vraag-werkbrief",
    kind: "question",
    group: "volhouden",
    title: "Hoe zeg ik op het werk dat ik de briefjes niet goed kan lezen?",
    state: "open",
    question: { state: "picked_up", pickedUpBy: "tine", supporters: ["samira", "nancy"] },
    messages: [
      { by: "geert", day: -40, at: "20:18", text: "Het gaat over mijn ploegmaat, ik vraag het voor hem. Of nee. Het gaat over mij. De instructies hangen aan de machine en ik kijk altijd wat de anderen doen." },
      { by: "nancy", day: -40, at: "20:50", text: "Sterk dat je het hier zegt, Geert." },
      { by: "tine", day: -39, at: "09:15", text: "Dank je, Geert. Je bent niet alleen: één op de zeven mensen heeft het moeilijk met lezen. We zoeken samen een manier. Soms volstaat het om foto's bij de instructies te vragen. Daar heeft heel de ploeg iets aan." },
    ],
  },
  {
    key: "vraag-mail-aan-baas",
    kind: "question",
    group: "proeven",
    title: "Hoe schrijf ik een korte mail aan mijn baas?",
    state: "open",
    question: { state: "asked", pickedUpBy: null, supporters: ["jordy", "samira", "sandra", "milan", "kristof"] },
    messages: [
      { by: "nancy", day: -19, at: "13:00", text: "Ik bel altijd, maar nu moet alles met mail. Ik zit daar een half uur op en dan stuur ik hem niet. Hoe begin je? Hoe stop je?" },
      { by: "milan", day: -18, at: "22:05", text: "Ik zet gewoon 'Hoi' en wat ik wil en 'grtz'. Is nog nooit een ramp geweest." },
    ],
  },
];
