import { bullets, h2, p, type TextPage } from "../../block";

export const children: TextPage = {
  title: "Ben je jonger dan 16?",
  summary: "Wat jongeren en hun ouders moeten weten over {{installation}}.",
  blocks: [
    p("Deze pagina is voor jou als je jonger bent dan 16. En voor je ouders of wie voor je zorgt."),
    h2("Mag ik meedoen?"),
    bullets(
      "Vanaf 13 jaar mag je een account maken.",
      "Ben je jonger dan 13? Lees gerust mee, samen met een volwassene. Een account kan nog niet.",
      "We vragen enkel of je 16 of ouder bent. Je geboortedatum hoeven we niet te weten.",
    ),
    h2("Wat is er anders voor jou?"),
    bullets(
      "Onderzoekers vragen je niets. Wat jij doet, zit nooit in een studie.",
      "Je krijgt geen reclame. Niemand hier krijgt reclame.",
      "Niemand maakt een profiel van jou om je dingen te tonen.",
    ),
    h2("Goed om te weten"),
    bullets(
      "Kies een naam waaraan niemand je herkent. Dat mag een bijnaam zijn.",
      "Zet geen foto's, adres, school of telefoonnummer in een bericht. Ook niet van vrienden.",
      "Boven elk bericht staat wie het zal lezen.",
      "Spreek nooit alleen af met iemand die je enkel van hier kent. Neem een volwassene mee.",
      "Vraagt iemand om iets geheim te houden? Dat is een teken dat er iets niet klopt.",
    ),
    h2("Voelt iets niet oké?"),
    p("Het is niet jouw fout. Klik op 'Niet oké? Zeg het ons'. Vertel het ook aan iemand die je vertrouwt. Je mag ook bellen naar {{contactName}}: {{contactPhone}}."),
    p("Wil je met iemand praten zonder je naam te zeggen? Bel of chat met Awel, op het nummer 102. Is er gevaar? Bel 112."),
    h2("Voor ouders"),
    p("Je kind kan vanaf 13 jaar zelf een account maken. In België volstaat daarvoor de toestemming van je kind zelf. Je mag altijd vragen om het account te bekijken of te wissen. Doe dat liefst samen met je kind. Schrijf naar {{dpoContact}}."),
    p("Activiteiten zijn soms ook voor jongeren. Dat staat er dan bij, met de naam van wie de leiding heeft."),
  ],
};
