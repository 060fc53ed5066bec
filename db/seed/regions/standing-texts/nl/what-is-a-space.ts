import { bullets, h2, p, steps, type TextPage } from "../../block";

export const whatIsASpace: TextPage = {
  title: "Wat is een leerplek?",
  summary: "Een leerplek is een plek waar mensen rond één thema samen leren.",
  blocks: [
    p("Een leerplek is een plek waar mensen rond één thema samen leren. Het gaat over iets uit het dagelijks leven. Hoe raak ik met de bus in de stad? Hoe hou ik geld over? Officieel heet het een 'leerecosysteem'. Wij zeggen gewoon leerplek."),
    h2("Wie zit er in een leerplek?"),
    bullets(
      "Inwoners die iets willen leren of iets kunnen.",
      "Begeleiders. Zij helpen de groep vooruit.",
      "De organisaties die de leerplek openhouden: een gemeente, een vereniging, een school of een bedrijf.",
      "Een moderator. Die zorgt dat iedereen de afspraken volgt.",
    ),
    p("Niemand is hier alleen leerling of alleen lesgever. Wie vandaag iets vraagt, legt morgen iets uit."),
    h2("Wat kun je er doen?"),
    steps(
      "Lezen. Dat kan zonder account.",
      "Een leervraag stellen: 'Wat wil jij leren?'",
      "Klikken op 'Dat wil ik ook leren' bij de vraag van iemand anders.",
      "Meepraten in een groep.",
      "Samen een tekst schrijven, zodat anderen er ook iets aan hebben.",
      "Meedoen aan een activiteit, in het echt.",
    ),
    h2("Wat gebeurt er met een leervraag?"),
    p("Een leervraag blijft nooit alleen. Misschien wil iemand in een ander dorp hetzelfde leren. We leggen zulke vragen samen. Dan komt er een activiteit, of we proberen iets uit. Iedereen die het vroeg, krijgt bericht."),
    h2("Wat is een experiment?"),
    p("We proberen iets uit en we leren eruit. Vooraf zeggen we wat we willen weten en wanneer we stoppen. Achteraf schrijven we op wat we leerden. Ook als het niet werkte. Dat is geen schande, dat is het nut ervan."),
    h2("Wie leest mee?"),
    p("Sommige groepen zijn open. Dan kan iedereen meelezen. Andere groepen zijn gesloten. Dan lezen alleen de leden mee. Je ziet altijd vooraf wie jouw bericht zal lezen."),
    h2("Kost het iets?"),
    p("Meedoen aan een leerplek is gratis. Een activiteit kan iets kosten. De prijs staat er dan bij."),
  ],
};
