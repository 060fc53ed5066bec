import { bullets, h2, p, type TextPage } from "../../block";

/** Stands first in every leerplek and cannot be taken out. */
export const fixedHouseRule = "Wat je hier schrijft, komt niet in je dossier.";

/** What a new leerplek starts with; a steward may change all but the first. */
export const defaultHouseRules: readonly string[] = [
  fixedHouseRule,
  "Wees vriendelijk. Je komt elkaar misschien tegen bij de bakker.",
  "Schrijf over jezelf. Vertel niets over iemand anders zonder dat die het weet.",
  "Wat je leest in een gesloten groep, vertel je niet verder.",
  "Niet akkoord? Zeg iets over het idee, niet over de persoon.",
  "Geen reclame. Iets gratis geven of ruilen mag wel.",
  "Niemand moet schrijven. Meelezen is ook meedoen.",
];

export const houseRules: TextPage = {
  title: "Onze afspraken",
  summary: "Zo gaan we met elkaar om in elke leerplek van {{installation}}.",
  blocks: [
    p("Elke leerplek heeft afspraken. Ze staan op de pagina van de leerplek. Deze afspraken gelden overal, tenzij een leerplek er iets aan toevoegt."),
    bullets(...defaultHouseRules),
    h2("De eerste afspraak ligt vast"),
    p("Wat je hier schrijft, komt niet in je dossier. Werkt iemand van een dienst mee in een leerplek? Dan leest die persoon mee om te helpen leren. Niet om iets over jou op te schrijven. Niemand mag die afspraak veranderen."),
    p("Er is één uitzondering, en die geldt overal. Is er gevaar voor iemands leven, of voor een kind? Dan zoeken we hulp."),
    h2("Dit mag nooit"),
    bullets(
      "iemand bedreigen, pesten of vernederen",
      "haat zaaien tegen mensen om wie ze zijn, wat ze geloven of waar ze vandaan komen",
      "foto's, telefoonnummers of adressen van anderen tonen zonder dat zij het weten",
      "iemand oplichten, of je voordoen als iemand anders",
      "iets delen dat verboden is door de wet",
    ),
    h2("Wat als iemand zich niet aan de afspraken houdt?"),
    p("Klik op 'Niet oké? Zeg het ons'. Die knop staat bij elk bericht. Je hebt er geen account voor nodig. Een moderator leest je melding en beslist. Wie de beslissing krijgt, leest altijd waarom. En wie niet akkoord is, kan vragen om opnieuw te kijken."),
    p("Een kleine fout maken mag. Meestal is een vriendelijk woord genoeg."),
    h2("Wie maakt de afspraken?"),
    p("De beheerder van de leerplek stelt ze voor. Verandert er iets belangrijks? Dan krijg je een bericht. Vind je een afspraak niet goed? Zeg het in de leerplek of aan {{contactName}}."),
  ],
};
