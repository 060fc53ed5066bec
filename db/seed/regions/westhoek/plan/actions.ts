import type { PlanAction } from "../../plan";

/** The eight actions. `what`, `why` and `forWhom` follow the plan's own words; only slips of the pen are mended. */
export const actions: PlanAction[] = [
  {
    number: 1,
    title: "Opzetten van lokale leernetwerken voor en met ondernemingen rond digitale basisvaardigheden",
    plain: "Bedrijven en organisaties leren samen hoe ze mensen helpen die moeilijk mee kunnen met de computer.",
    what: "We connecteren organisaties die digitale basiscompetenties versterken in een leernetwerk, om zo tot (ver)nieuwe(nde) oplossingen te komen. Het leernetwerk is een multi-actoromgeving en kan op termijn ook oplossingen aanbieden voor andere leernoden of competenties.",
    why: "We willen de leergoesting in de werkomgeving aanscherpen bij mensen die de eigen leernood niet of onvoldoende ervaren. We overtuigen hen van het feit dat digitale basiscompetenties bijdragen tot persoonlijke ontwikkeling, maatschappelijke participatie, job en loopbaan.",
    forWhom: [
      "Mensen met (risico op) digitale geletterdheidsachterstand die daardoor niet meer mee kunnen in hun job en/of in de samenleving.",
    ],
  },
  {
    number: 2,
    title: "Samenwerken met en tussen in-company academies",
    plain: "Bedrijven met een eigen opleidingscentrum delen hun lesgevers en lokalen, ook met andere mensen.",
    what: "We organiseren inspiratiesessies over samenwerking met en tussen in-company academies. Via Europese programma's verkennen we mogelijkheden zoals het trainen van andere doelgroepen dan de eigen werknemers, het uitwisselen van knowhow en/of trainers, het delen van infrastructuur, enz.",
    why: "In-company academies bouwen 'vanuit de strategie van een onderneming actief een duurzame opleidingsomgeving uit, structureel ingebed in het L&D-beleid van de onderneming'. We willen dit format graag in een breder maatschappelijk perspectief plaatsen.",
    forWhom: ["Actoren zoals VDAB, sectorfondsen en (semi)publieke opleidingsverstrekkers, ondernemingen."],
  },
  {
    number: 3,
    title: "Experimenteren met het concept 'leerecosysteem' in de Westhoek",
    plain: "In de Westhoek leren mensen, diensten en verenigingen samen rond iets uit het dagelijks leven. Dat doen we hier.",
    what: "We zetten leerecosystemen uit in de Westhoek rond maatschappelijke thema's zoals armoede, mobiliteit, sociaal isolement/gemeenschappelijk ruimtegebruik of kwetsbaar werknemerschap.",
    why: "Door de focus op levensbreed leren verhogen we de regionale leercultuur. We zien dit als hefboom voor bijvoorbeeld meer levenslang leren in werkverband of in een latere levensfase. Zo kunnen we een kentering brengen in de lage deelnamecijfers en het beperkte aanbod aan volwasseneneducatie in de Westhoek.",
    forWhom: [
      "De focus op innovatieve leervormen voor diverse doelgroepen moet ervoor zorgen dat we een ruimer netwerk aan partners kunnen warm maken om in te zetten op leren.",
      "De lokale besturen in het bijzonder hebben een belangrijke rol te spelen in het aanwakkeren van de lokale leergoesting.",
    ],
  },
  {
    number: 4,
    title: "Informeren en sensibiliseren van intermediairen en kmo's",
    plain: "Wie mensen begeleidt of in dienst heeft, weet beter welke opleidingen en premies er bestaan.",
    what: "Versnippering van allerlei maatregelen en programma's zorgt ervoor dat het aanbod levenslang leren en de incentives onvoldoende gekend zijn. Samen met andere organisaties, zoals Voka, VDAB en opleidingsverstrekkers, willen we intermediairen en kmo's hier beter over informeren en hen meteen ook sensibiliseren om meer in te zetten op levenslang leren.",
    why: "Via deze tussenstap willen we zorgen dat burgers en werknemers gemotiveerd, correct geïnformeerd en gericht doorverwezen kunnen worden bij leernoden of -vragen.",
    forWhom: [
      "Intermediairen die werken met kwetsbare groepen, want deze laatste blijken het minst overzicht te hebben van opleidingsmogelijkheden en hebben het meest begeleiding nodig bij het kiezen van een opleiding.",
      "Kmo's (die nog geen uitgebreid L&D-beleid hebben); opleiden kan voor hen een middel zijn om (kwetsbare) mensen op een duurzame manier te activeren en tewerk te stellen.",
    ],
  },
  {
    number: 5,
    title: "Werkveldverkenning inzetten als oriëntatietool",
    plain: "Wie iets wil leren voor het werk, mag eerst proeven van echte jobs.",
    what: "We willen mensen met een leervraag laten proeven van verschillende jobs, we laten hen hun beeld op de arbeidsmarkt aftoetsen aan de realiteit en hun eigen competenties en/of hiaten in kaart brengen. We vertrekken dus vanuit de leervraag, niet het aanbod, en gebruiken werkveldverkenning als oriëntatietool.",
    why: "Met deze actie willen we mensen met een leervraag tot een realistisch en duurzaam jobdoelwit en een opleidingstraject laten komen, en het werkveld meteen meer betrekken in het oriëntatieproces.",
    forWhom: [
      "Jongeren en volwassenen die de mogelijkheden binnen de arbeidsmarkt niet kennen, die meer zicht willen krijgen op de arbeidscultuur in Vlaanderen of die moeilijker de juiste weg vinden in de arbeidsmarkt en het opleidingsaanbod.",
    ],
  },
  {
    number: 6,
    title: "Uitrollen van de communicatiecampagne #blijfkennismaken",
    plain: "Iedereen hoort wat er te leren valt, met een campagne van meer dan één jaar.",
    what: "We lanceren een meerjarige communicatiecampagne. We maken het bestaande aanbod breder bekend via zoveel mogelijk kanalen. Daarnaast bereiden we een innovatief leerbeursconcept voor, bijvoorbeeld voor HR-verantwoordelijken. Stapsgewijs breiden we de campagne uit en betrekken we meer doelgroepen, kanalen en partners. De stichtende leden van het Partnerschap vormen de motor achter de campagne. Andere organisaties worden uitgenodigd om de campagne mee uit te dragen.",
    why: "We willen inzicht creëren in opleidingsnoden en -mogelijkheden, begeleidingsnoden en incentives.",
    forWhom: ["Burgers, kmo's en intermediairen."],
  },
  {
    number: 7,
    title: "Activeren van een netwerk van mensen en organisaties die van meer (levenslang en levensbreed) leren een gezamenlijke actie maken",
    plain: "Twee keer per jaar komt iedereen samen die met leren bezig is, om ideeën en nieuws te delen.",
    what: "We organiseren een tweetal netwerkevents per jaar (voorjaar/najaar) om de stakeholders die actief zijn rond levenslang leren samen te brengen. In een vernieuwend format gaan we in op diverse inhoudelijke thema's zoals samenwerking met experts en financieringsmogelijkheden voor projecten. We rapporteren ook over de voortgang van het West-Vlaamse Actieplan en zorgen voor wisselwerking met het Vlaamse Partnerschap Levenslang Leren. Naast het offline gebeuren werken we aan onze online aanwezigheid via de communicatiekanalen van West4Work.",
    why: "We willen samen vernieuwende invalshoeken verkennen rond onze gezamenlijke missie, en ideeënuitwisseling en samenwerking stimuleren.",
    forWhom: ["Alle stakeholders die actief zijn rond levenslang leren."],
  },
  {
    number: 8,
    title: "Samenwerken met het Vlaamse Partnerschap en (initiatieven van) andere provincies",
    plain: "Wat we hier leren, delen we met Vlaanderen en met andere streken, en omgekeerd.",
    what: "We organiseren structureel wisselwerking met het Vlaamse Partnerschap. We delen ook kennis en expertise met andere provincies en regio's (Vlaams en internationaal), en kijken om samen fondsen te werven via Europese programma's.",
    why: "Door deze wissel- en samenwerking willen we de resultaten op het terrein van de acties uit zowel het West-Vlaamse als het Vlaamse Actieplan levenslang leren versterken. We willen meteen ook de typische West-Vlaamse context in Vlaanderen onder de aandacht brengen.",
    forWhom: [
      "Het Vlaamse Partnerschap (expertisecentrum 'Innovatieve Leerwegen'), en diverse partners uit andere provincies en regio's, zoals APPèl van de Provincie Antwerpen.",
    ],
  },
];
