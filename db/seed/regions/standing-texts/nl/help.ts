import { bullets, h2, link, p, steps, type TextPage } from "../../block";

export const help: TextPage = {
  title: "Hulp nodig?",
  summary: "Een mens en een telefoonnummer, en antwoorden op wat mensen het vaakst vragen.",
  blocks: [
    p("Je hoeft dit niet alleen te doen. Bel {{contactName}} op {{contactPhone}}."),
    link("Schrijf een e-mail", "mailto:{{contactEmail}}"),
    p("Elke leerplek heeft ook een eigen contactpersoon. Die staat op de pagina van de leerplek."),
    h2("Ik kan niet aanmelden"),
    bullets(
      "Je meldt je aan met de naam op je kaartje, zoals jan-peeters-482. Je e-mailadres mag ook, als je dat gegeven hebt.",
      "Wachtwoord vergeten? Klik op 'Wachtwoord vergeten'. Je krijgt een code in je mailbox.",
      "Geen e-mail? Vraag een papieren code aan een begeleider van je leerplek. Die code werkt 15 minuten en één keer.",
      "Te vaak geprobeerd? Wacht tien minuten. Je account is niet weg.",
    ),
    h2("Ik wil meedoen, maar ik weet niet hoe"),
    steps(
      "Zoek een leerplek. Dat kan met een thema, je dorp of je postcode.",
      "Lees eerst wat mee. Daarvoor heb je geen account nodig.",
      "Wil je iets zeggen? Maak een account. Dat duurt enkele minuten.",
      "Kies een groep. Bij een open groep ben je meteen binnen. Bij een gesloten groep vraag je om mee te doen.",
    ),
    p("In veel bibliotheken en dorpshuizen zit iemand die naast jou komt zitten. Zo iemand heet hier een helper. Een helper schrijft nooit iets in jouw naam zonder jou."),
    h2("Ik zit aan een gedeelde computer"),
    p("Kies 'Gedeelde computer' als je aanmeldt. Klaar? Meld je af. Vergeet je het, dan doen wij het na 15 minuten."),
    h2("Ik kan niet naar een activiteit komen"),
    p("Bij elke activiteit staat een naam en een telefoonnummer. Bel gerust. Vaak kan iemand je ophalen. Kun je toch niet? Schrijf je uit, dan krijgt iemand anders je plaats."),
    h2("Ik zie iets dat niet oké is"),
    p("Klik op 'Niet oké? Zeg het ons'. Die knop staat bij elk bericht. Is iemand in gevaar? Bel dan eerst 112."),
    h2("Ik heb zelf een moeilijke dag"),
    bullets(
      "Dringende hulp: 112.",
      "Praten met iemand: Tele-Onthaal, 106, dag en nacht.",
      "Denk je aan zelfdoding? Zelfmoordlijn 1813.",
      "Geweld of misbruik: 1712.",
      "Ben je jong? Awel, 102.",
    ),
    h2("Ik wil stoppen"),
    p("Bij elke groep staat 'Groep verlaten'. Eén tik en je bent weg. Je hoeft niet te zeggen waarom. Je account wissen kan bij Ik."),
  ],
};
