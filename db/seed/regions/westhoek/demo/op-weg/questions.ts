import type { DemoBundle, DemoDiscussion } from "../../../demonstration";

export const questions: DemoDiscussion[] = [
  {
    key: "vraag-papier-halte",
    kind: "question",
    group: "bus",
    title: "Hoe lees ik het papier aan de bushalte?",
    state: "open",
    question: {
      state: "answered",
      pickedUpBy: "sofie",
      answer: { kind: "document", key: "tekst-uurregeling" },
      supporters: ["monique", "lieve", "christine", "patrick", "hugo", "rita", "martine", "simonne", "joris"],
    },
    messages: [
      { by: "roza", day: -60, at: "19:40", text: "Er hangt een papier met heel veel cijfers. Ik woon in Noordschote. Ik wil graag leren hoe ik zie wanneer mijn bus komt." },
      { by: "sofie", day: -58, at: "11:30", text: "Ik pik je vraag op, Roza. Er zijn nog mensen die dit willen leren: in Merkem, Woesten en Elverdinge. We doen het samen, aan een echte halte." },
      { by: "sofie", day: -28, at: "10:00", text: "Het antwoord is er. We schreven met de groep een tekst: 'Samen een busuurregeling lezen'. Je vindt hem bij Leermateriaal. Je kunt hem ook afdrukken en meenemen naar de halte." },
      { by: "roza", day: -28, at: "18:22", text: "Hij hangt op mijn frigo. Dank u allemaal." },
    ],
  },
  {
    key: "vraag-overstappen",
    kind: "question",
    group: "bus",
    title: "Hoe weet ik waar ik moet overstappen?",
    state: "open",
    question: { state: "answered", pickedUpBy: "sofie", answer: { kind: "activity", key: "samen-op-de-bus" }, supporters: ["roza", "christine", "patrick", "carine", "gerard"] },
    messages: [
      { by: "monique", day: -66, at: "13:15", text: "Rechtstreeks gaat wel. Maar van Krombeke naar Veurne moet ik overstappen. Dan raak ik de draad kwijt. Hoe weet je waar en hoelang je moet wachten?" },
      { by: "tesfay", day: -66, at: "19:47", text: "Ik vraag aan chauffeur: 'Wil je zeggen waar ik moet uitstappen?' Hij zegt het dan." },
      { by: "sofie", day: -58, at: "11:32", text: "Die tip van Tesfay is goud waard. Ik leg je vraag bij twee andere over de bus, Monique. Op onze rit stappen we expres één keer over." },
      { by: "monique", day: -33, at: "20:10", text: "Overstappen is gelukt in Poperinge. Gewoon vooraan zitten en het vragen. Dat ik daar zo lang mee gezeten heb." },
    ],
  },
  {
    key: "vraag-flex-zonder-smartphone",
    kind: "question",
    group: "bus",
    title: "Hoe boek ik een flexbus als ik geen smartphone heb?",
    state: "open",
    question: { state: "answered", pickedUpBy: "sofie", answer: { kind: "activity", key: "samen-op-de-bus" }, supporters: ["hugo", "roza", "monique", "jeannine", "andre", "simonne"] },
    messages: [
      { by: "gerard", day: -64, at: "09:55", text: "Ik heb een gewone gsm met knoppen. Dat blijft zo. Hoe boek ik dan?" },
      { by: "sofie", day: -63, at: "09:20", text: "Met je gsm met knoppen, Gerard. Je belt. Leg klaar: waar je opstapt, waar je afstapt, de dag en het uur. En hoe je terugkomt. Dat laatste vergeet bijna iedereen." },
      { by: "gerard", day: -63, at: "10:14", text: "Dat laatste had ik ook vergeten." },
      { by: "sofie", day: -58, at: "11:34", text: "Op onze rit oefenen we het telefoontje. Met de luidspreker aan, zodat iedereen het hoort." },
    ],
  },
  {
    key: "vraag-lekke-band",
    kind: "question",
    group: "fiets",
    title: "Hoe plak ik zelf een lekke band?",
    state: "open",
    question: { state: "picked_up", pickedUpBy: "rik", supporters: ["wout", "yana", "tesfay", "shana", "milan"] },
    messages: [
      { by: "emma", day: -16, at: "16:50", text: "Mijn band is vaak plat van de steentjes op de veldweg naar school. Mijn papa heeft geen tijd. Kan ik dat zelf leren?" },
      { by: "rik", day: -15, at: "09:30", text: "Zeker, Emma. Ik heb het geleerd toen ik acht was, in de garage van mijn oom. Ik plan een namiddag op woensdag, zodat wie naar school gaat ook kan komen. Breng gerust je eigen platte band mee." },
      { by: "yana", day: -15, at: "12:11", text: "ik kom ook, mijn achterwiel fluit al twee weken" },
      { by: "rik", day: -14, at: "08:58", text: "Fluiten is meestal een steentje. Kijk alvast eens goed voor je erop slaat." },
    ],
  },
  {
    key: "vraag-elektrisch",
    kind: "question",
    group: "fiets",
    title: "Waarop moet ik letten als ik een tweedehands elektrische fiets koop?",
    state: "open",
    question: { state: "asked", pickedUpBy: null, supporters: ["christine", "lieve", "hugo", "geert"] },
    messages: [
      { by: "patrick", day: -5, at: "18:36", text: "Er staat er een te koop in Vleteren voor 600 euro. De verkoper zegt dat de batterij 'nog goed' is. Hoe zie ik dat zelf?" },
      { by: "hugo", day: -4, at: "08:02", text: "Nooit geloven zonder proefrit. Berg op. Als het hier al geen berg is." },
    ],
  },
];

export const bundles: DemoBundle[] = [
  {
    key: "bundel-bus-leren-nemen",
    title: "De bus leren nemen: lezen, boeken en overstappen",
    by: "sofie",
    made: { day: -58, at: "11:28" },
    questions: ["vraag-papier-halte", "vraag-overstappen", "vraag-flex-zonder-smartphone"],
    activity: "samen-op-de-bus",
    experiment: "experiment-samen-op-de-bus",
  },
];
