import { bullets, p } from "../../block";
import type { Plan } from "../../plan";
import { actions } from "./actions";
import { figures, indicators } from "./figures";
import { founders } from "./founders";

export const plan: Plan = {
  title: "West-Vlaams Actieplan Levenslang Leren",
  publisher: "West-Vlaams Partnerschap Levenslang Leren",
  hashtag: "#blijfkennismaken",
  website: "https://www.west-vlaanderen.be/onderwijs-en-vorming/levenslang-leren/volwasseneneducatie-en-levenslang-leren",
  versions: [
    {
      number: 1,
      title: "Eerste actieplan",
      validFrom: "2021-10-05",
      note: "De tekst draagt geen datum. Dit is de dag van het startschot van het partnerschap.",
    },
  ],
  why: [
    p("De wereld verandert voortdurend. Wat je kunt, raakt snel verouderd en nieuwe kennis is nodig. Wie veerkrachtig wil zijn en wil bijdragen aan de maatschappij, moet blijven leren."),
    p("In West-Vlaanderen nemen meer mensen deel aan een opleiding dan gemiddeld in Vlaanderen. Toch is er nog een lange weg te gaan, en de uitdagingen zijn hier scherper:"),
    bullets(
      "er is meer vergrijzing en ontgroening;",
      "de provincie ligt letterlijk tegen grenzen aan en voelt wat er in andere landen gebeurt;",
      "sterke industriële sectoren veranderen extra snel door digitalisering;",
      "de meeste bedrijven zijn kmo's, voor wie het minder evident is om leren goed te organiseren;",
      "de krapte op de arbeidsmarkt is bijzonder scherp.",
    ),
    p("In sommige regio's, zoals de Westhoek, is er gewoon te weinig aanbod. Dat zorgt voor een vicieuze cirkel: minder aanbod zorgt voor minder deelnemers, wat op zijn beurt tot minder gesubsidieerd aanbod leidt."),
  ],
  mission: "We willen van West-Vlaanderen dé lerende provincie van Vlaanderen maken.",
  missionExplained:
    "We moeten dringend werk maken van een cultuur waarin levenslang leren een reflex wordt in plaats van een opgave. Zodat iedereen in West-Vlaanderen bij blijft, in leven, werk en maatschappij.",
  objectives: [
    {
      number: 1,
      title: "Het ontwikkelen van een breed, aantrekkelijk aanbod van levenslang leren",
      plain: "Er valt genoeg te leren, dichtbij en op maat.",
      points: [
        "We zorgen voor een betere afstemming tussen de specifieke noden van de arbeidsmarkt en het aanbod van levenslang leren.",
        "We stimuleren een vernieuwend lokaal aanbod van levenslang leren.",
      ],
    },
    {
      number: 2,
      title: "Het uitbouwen van een sterk kader voor levenslang leren, gericht op leercultuur en leergoesting",
      plain: "Mensen krijgen goesting om te leren en wie hen helpt, weet hoe.",
      points: [
        "We helpen intermediairen en bedrijven professionaliseren op het vlak van leren: detectie van leernoden, kennis van het aanbod, incentives, enz.",
        "We promoten en sensibiliseren over het belang van levenslang leren.",
      ],
    },
  ],
  actions,
  engagement: {
    join: {
      title: "Maak deel uit van het partnerschap",
      text: "Iedereen die in West-Vlaanderen het belang van levenslang leren erkent en dit mee wil uitdragen, kan aansluiten. We nodigen je graag uit voor onze activiteiten, willen je mening horen, praktijkervaringen delen, je inspireren en geïnspireerd worden door jou.",
      who: ["aanbieders", "toeleiders en intermediairen", "burgers", "verenigingen", "werkgevers", "werknemers", "studenten"],
    },
    linkAction: {
      title: "Koppel je acties aan het actieplan",
      conditions: [
        { key: "fits-objective", question: "Passen je bestaande acties bij een van de strategische doelstellingen?" },
        { key: "several-partners", question: "Werk je rond deze acties al met meerdere partners samen?" },
        { key: "shares-results", question: "Ben je bereid om je ervaringen en resultaten te delen met het partnerschap?" },
      ],
    },
    idea: {
      title: "Heb je een nieuw idee voor een project?",
      text: "Nog beter! Hoe kunnen we samenwerken en de missie voor West-Vlaanderen sneller realiseren?",
    },
  },
  widerPartnership: {
    name: "Vlaams Partnerschap Levenslang Leren",
    promises: [
      "We pikken via ons netwerk snel signalen vanop het terrein op en spelen die door aan Vlaanderen; omgekeerd zorgen we mee voor een vlotte doorstroming van informatie van Vlaanderen naar de lokale actoren.",
      "We volgen de uitrol van het Vlaamse actieplan in West-Vlaanderen op en kijken hoe de Vlaamse en West-Vlaamse acties elkaar kunnen versterken.",
      "We testen nieuwe acties op het terrein uit en delen de opgedane kennis en ervaringen met Vlaanderen.",
    ],
  },
  indicators,
  figures,
  founders,
  quotes: [
    {
      text: "Investeren in een degelijk opleidingsbeleid zou een absolute prioriteit moeten zijn voor elke West-Vlaamse onderneming. Opleiden draagt niet alleen bij tot de mentale gezondheid van de werknemers, maar verhoogt ook de aantrekkelijkheid en concurrentiepositie van bedrijven.",
      by: "Jean de Bethune",
      as: "gedeputeerde voor economie, voorzitter van POM West-Vlaanderen en TUA West (bij het verschijnen van het plan)",
    },
    {
      text: "Wat we zelf doen, doen we beter mag dan al een populaire uitspraak zijn in onze provincie, we beseffen ook heel goed dat als we ver willen geraken, we sámen op stap moeten gaan, zeker als het om zo'n veelzijdig thema als levenslang leren gaat.",
      by: "Sabien Lahaye-Battheu",
      as: "gedeputeerde voor onderwijs, voorzitter van Huis van het Leren West-Vlaanderen (bij het verschijnen van het plan)",
    },
  ],
  sourceNotes: [
    "De stichtende leden staan hier zoals het actieplan ze noemt. De eerdere oproep aan partners noemt de Provincie, haar expertisecel Onderwijs, TUA West en het Huis van het Leren; POM West-Vlaanderen staat daar niet bij.",
    "De oproep verwoordt de twee doelstellingen anders: een toegankelijk, aantrekkelijk en kwalitatief aanbod bouwen, en een leercultuur, een open leerhouding en goesting creëren. Hier staan ze zoals in het actieplan.",
    "Het actieplan kondigt 'drie rollen' van het partnerschap aan, maar de tekst eronder is leeg. Ze zijn hier niet ingevuld.",
    "De cijfers voor 2025 en 2030 zijn doelen, geen metingen. Het actieplan geeft het aantal mensen enkel voor West-Vlaanderen.",
    "De twee citaten zijn letterlijk, op twee tikfouten na.",
  ],
};
