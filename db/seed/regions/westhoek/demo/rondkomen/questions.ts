import type { DemoBundle, DemoDiscussion } from "../../../demonstration";

export const questions: DemoDiscussion[] = [
  {
    key: "vraag-energiefactuur",
    kind: "question",
    group: "korf",
    title: "Hoe lees ik mijn energiefactuur?",
    state: "open",
    question: { state: "picked_up", pickedUpBy: "stijn", supporters: ["rita", "noel", "annie", "mieke", "zahra", "fatima", "kevin", "godelieve"] },
    messages: [
      { by: "dirk", day: -36, at: "15:40", text: "Vier bladzijden, en ik zoek maar één ding: verbruik ik te veel of betaal ik te veel?" },
      { by: "stijn", day: -35, at: "09:10", text: "Goede vraag, Dirk. Dat zijn inderdaad twee verschillende dingen. Ik neem haar mee naar de zitnamiddag. Breng je factuur mee, dan leggen we ze naast elkaar. Namen plakken we af." },
    ],
  },
  {
    key: "vraag-verhoogde-tegemoetkoming",
    kind: "question",
    group: "korf",
    title: "Hoe weet ik of ik recht heb op de verhoogde tegemoetkoming?",
    state: "open",
    question: { state: "picked_up", pickedUpBy: "stijn", supporters: ["mieke", "shana", "olena", "zahra", "dirk"] },
    messages: [
      { by: "annie", day: -33, at: "11:18", text: "Mijn zus betaalt veel minder bij de dokter. Zij zegt dat ze de verhoogde tegemoetkoming heeft. Wij verdienen bijna hetzelfde. Hoe weet ik of ik daar recht op heb?" },
      { by: "stijn", day: -32, at: "10:40", text: "Soms krijg je het vanzelf, soms moet je het vragen aan je ziekenfonds. Op de zitnamiddag kijken we samen waar je dat vindt. Iemand van een ziekenfonds komt mee uitleg geven." },
    ],
  },
  {
    key: "vraag-itsme",
    kind: "question",
    group: "korf",
    title: "Hoe geraak ik binnen met itsme zonder dat mijn zoon het doet?",
    state: "open",
    question: { state: "picked_up", pickedUpBy: "stijn", supporters: ["rita", "noel", "annie", "dirk", "zahra", "marnix"] },
    messages: [
      { by: "godelieve", day: -29, at: "15:15", text: "Alles moet met dat itsme. Mijn zoon doet het voor mij, maar dan weet hij ook alles. Ik zou het graag zelf kunnen." },
      { by: "jo", day: -28, at: "10:20", text: "Dat begrijp ik goed, Godelieve. Het gaat met kleine stapjes en jij houdt zelf de gsm vast. Ik zit elke week in de bibliotheek om te helpen. Ik kom ook naar de zitnamiddag." },
      { by: "godelieve", day: -28, at: "16:02", text: "Dan breng ik mijn gsm en mijn bril." },
    ],
  },
  {
    key: "vraag-soep",
    kind: "question",
    group: "korf",
    title: "Hoe kook ik iets gezonds voor vijf met tien euro?",
    state: "open",
    question: { state: "answered", pickedUpBy: "ingrid", answer: { kind: "document", key: "tekst-vijf-pitten" }, supporters: ["shana", "mieke", "kevin", "olena", "marnix", "annie"] },
    messages: [
      { by: "zahra", day: -74, at: "13:00", text: "Groenten zijn duur. Mijn kinderen zijn groot en eten veel. Ik wil leren wat ik kan maken dat gezond is en niet te veel kost." },
      { by: "ingrid", day: -73, at: "09:00", text: "Die vraag past bij ons idee om samen te koken. We nemen precies tien euro mee en we kijken hoever we komen." },
      { by: "ingrid", day: -24, at: "10:30", text: "Na drie kookavonden is het antwoord: dat lukt. Vijf gerechten, telkens onder tien euro voor vijf mensen. We schrijven ze nu samen op in de tekst 'Vijf pitten, vijf potten'." },
    ],
  },
  {
    key: "vraag-spaarpot",
    kind: "question",
    group: "brieven",
    title: "Hoe spaar je als er niets overblijft?",
    state: "open",
    question: { state: "asked", pickedUpBy: null, supporters: ["kevin", "dirk", "zahra"] },
    messages: [
      { by: "noel", day: -4, at: "18:08", text: "Als de wasmachine kapot gaat, is het gedaan. Hoe doen anderen dat?" },
      { by: "rita", day: -3, at: "09:40", text: "Ik doe elke keer als ik een briefje van vijf krijg, dat briefje in een koffiedoos. Op een jaar was dat 185 euro. Ik zeg niet waar de doos staat." },
    ],
  },
];

export const bundles: DemoBundle[] = [
  {
    key: "bundel-papieren",
    title: "Papieren en rechten: samen bekijken",
    by: "stijn",
    made: { day: -27, at: "09:30" },
    questions: ["vraag-energiefactuur", "vraag-verhoogde-tegemoetkoming", "vraag-itsme"],
    activity: "zitnamiddag-papieren",
    experiment: null,
  },
];
