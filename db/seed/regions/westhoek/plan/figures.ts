import type { PlanFigure, PlanIndicator } from "../../plan";

const survey = "Enquête naar de Arbeidskrachten, zoals vermeld in het West-Vlaams Actieplan Levenslang Leren";
const target = "Europese doelstelling, zoals overgenomen in het West-Vlaams Actieplan Levenslang Leren";

export const indicators: PlanIndicator[] = [
  {
    key: "deelname",
    title: "Deelname aan levenslang leren",
    kind: "survey",
    explanation:
      "Het deel van de mensen van 25 tot 64 jaar dat het voorbije jaar een opleiding volgde: formeel, niet-formeel of informeel. Dit cijfer komt uit een enquête. Het wordt hier niet geteld.",
    source: survey,
  },
  {
    key: "bereik",
    title: "Bereik van de acties",
    kind: "platform",
    explanation: "Hoeveel bedrijven, intermediairen en burgers de acties bereiken.",
    source: "Geteld in de leerplekken; aangevuld door wie een actie aan het plan koppelt",
  },
  {
    key: "leeroplossingen",
    title: "Nieuwe leeroplossingen",
    kind: "platform",
    explanation: "Hoeveel nieuwe manieren van leren de acties opleveren.",
    source: "Aangegeven door de beheerder van een leerplek, met het experiment of de uitgave waaruit ze komt",
  },
  {
    key: "partnerschap",
    title: "Een partnerschap dat groeit",
    kind: "partnership",
    explanation: "Hoeveel mensen en organisaties aansluiten, en hoeveel samen iets doen.",
    source: "Lijst van de partners en van de gekoppelde acties",
  },
];

export const figures: PlanFigure[] = [
  { indicator: "deelname", area: "West-Vlaanderen", year: 2017, kind: "measured", percent: 24.9, people: null, source: survey },
  { indicator: "deelname", area: "West-Vlaanderen", year: 2021, kind: "measured", percent: 26.3, people: null, source: survey },
  { indicator: "deelname", area: "West-Vlaanderen", year: 2025, kind: "target", percent: 47, people: 287_964, source: target },
  { indicator: "deelname", area: "West-Vlaanderen", year: 2030, kind: "target", percent: 60, people: 367_613, source: target },
  { indicator: "deelname", area: "Vlaanderen", year: 2017, kind: "measured", percent: 22.9, people: null, source: survey },
  { indicator: "deelname", area: "Vlaanderen", year: 2021, kind: "measured", percent: 20.8, people: null, source: survey },
  { indicator: "deelname", area: "Vlaanderen", year: 2025, kind: "target", percent: 47, people: null, source: target },
  { indicator: "deelname", area: "Vlaanderen", year: 2030, kind: "target", percent: 60, people: null, source: target },
];
