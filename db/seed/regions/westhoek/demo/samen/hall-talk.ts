import type { DemoCase, DemoDiscussion } from "../../../demonstration";

export const hallTalk: DemoDiscussion[] = [
  {
    key: "zaal-staat-leeg",
    kind: "conversation",
    group: "zaal",
    title: "De zaal staat elke dinsdag leeg",
    state: "open",
    messages: [
      { by: "bruno", day: -66, at: "10:00", text: "Ik heb geteld: het dorpshuis staat 19 van de 28 dagdelen leeg. De turnzaal van de school nog meer. Tegelijk hoor ik elke week iemand die geen plek vindt. Wie zoekt er iets? Wie heeft er iets?" },
      { by: "carine", day: -66, at: "11:14", text: "Wij zoeken! Ons koor repeteert in een garage. In de winter zingen we met handschoenen aan." },
      { by: "ibrahim", day: -66, at: "17:30", text: "Ik wil een huiswerkklas doen voor kinderen die thuis geen stille plaats hebben. Woensdag namiddag." },
      { by: "luc", day: -65, at: "08:45", text: "De duivenbond heeft een lokaal dat alleen op zondag gebruikt wordt. Ik zal het eens vragen. Niet iedereen zal blij zijn." },
      { by: "bea", day: -65, at: "14:20", text: "Waarom niet blij?" },
      { by: "luc", day: -65, at: "15:02", text: "Omdat ze het 30 jaar zelf geverfd en gepoetst hebben. Dan komt er een ander en die laat zijn tassen staan. Ik snap het wel." },
      { by: "nadia", day: -64, at: "09:30", text: "Dat is precies waarover delen gaat: niet over de sleutel, wel over de tassen. Welke afspraken zouden de duivenbond geruststellen?" },
      { by: "luc", day: -64, at: "10:48", text: "Wie vuil maakt, kuist. Eén verantwoordelijke met een naam. En de prijzenkast blijft van ons." },
      { by: "carine", day: -64, at: "13:00", text: "Een koor zit niet aan prijzenkasten. Hooguit aan de koelkast." },
      { by: "luc", day: -63, at: "19:40", text: "Ik heb het gevraagd op de vergadering. Twee tegen, elf voor. Jullie mogen drie maanden op proef, op dinsdag." },
      { by: "carine", day: -63, at: "19:52", text: "Luc!! Ik zing een liedje voor jou. Of liever niet, want je draait dan je hoorapparaat uit." },
      { by: "ibrahim", day: -62, at: "12:15", text: "En ik mag van de school de refter gebruiken. De directrice zegt: als de stoelen op de tafels staan is het goed." },
      { by: "bruno", day: -61, at: "09:10", text: "Twee zalen op één week. Zullen we samen opschrijven welke afspraken werken? Dan kan elk dorp ermee aan de slag. De tekst heet 'Eén zaal, veel sleutels'." },
      { by: "luc", day: -7, at: "18:30", text: "Nieuws: de twee tegenstanders zingen nu mee in het koor." },
    ],
  },
  {
    key: "sleutel-kwijt",
    kind: "conversation",
    group: "zaal",
    title: "Wie heeft de sleutel?",
    state: "open",
    messages: [
      { by: "carine", day: -35, at: "18:05", text: "Wij staan met twaalf man voor de deur van het lokaal en niemand heeft de sleutel." },
      { by: "luc", day: -35, at: "18:20", text: "Ligt bij de bakker sinds maandag. Had ik moeten zeggen. Excuseer." },
      {
        key: "over-een-buurman", by: "bea", day: -35, at: "18:44",
        text: "Vraag het dan aan de buurman van het lokaal, die zit toch altijd thuis. Sinds zijn ontslag komt die zijn zetel niet meer uit, en ze zeggen dat hij drinkt ook.",
      },
      { by: "bruno", day: -34, at: "09:05", text: "Laten we hier praten over de sleutel, niet over mensen die niet meelezen. Voorstel: een kastje met een code aan de deur. Kost 30 euro." },
      { by: "andre", day: -34, at: "10:00", text: "Ik hang het op. Ik heb een boor." },
      { by: "bea", day: -33, at: "11:10", text: "Ik had dat niet mogen schrijven. Sorry daarvoor. Ik heb de buurman intussen gesproken en hij past graag op de reservesleutel." },
      { by: "luc", day: -33, at: "12:30", text: "Dat is een mooi einde Bea." },
    ],
  },
];

export const neighbourCase: DemoCase = {
  key: "zaak-over-een-buurman",
  message: "over-een-buurman",
  reports: [
    { key: "melding-privacy", by: "simonne", day: -35, at: "19:30", reason: "privacy", explanation: "Dit gaat over iemand uit ons dorp. Iedereen weet wie het is. Hij kan zich hier niet verdedigen." },
  ],
  decision: {
    by: "veerle", day: -34, at: "08:40",
    found: "privacy",
    rule: "Schrijf over jezelf. Vertel niets over iemand anders zonder dat die het weet.",
    measure: "hide",
    words: "Je schreef over het werk en de gezondheid van een buurman. Hij leest hier niet mee en mensen uit het dorp herkennen hem. De rest van het gesprek blijft staan.",
  },
  appeal: null,
};
