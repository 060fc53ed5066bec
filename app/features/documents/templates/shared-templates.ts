import { contentOfTemplate, type ContentNode } from "../content";
import type { CalloutKind, LearningKind } from "../content-rules";
import type { Template } from "../input";
import { documentWords } from "../words";

// What the product's own templates say is Dutch, as what several people of a leerplek write in together; it is content, not
// words of the screen. Each passes the look that every text gets before it is public (see the test).

const p = (text = ""): ContentNode => ({ type: "paragraph", ...(text ? { content: [{ type: "text", text }] } : {}) });
const h = (text: string): ContentNode => ({ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text }] });
const list = (...items: string[]): ContentNode => ({ type: "bulletList", content: items.map((item) => ({ type: "listItem", content: [p(item)] })) });
const tasks = (...items: string[]): ContentNode => ({ type: "taskList", content: items.map((item) => ({ type: "taskItem", content: [p(item)] })) });
const callout = (kind: CalloutKind, text: string): ContentNode => ({ type: "callout", attrs: { kind }, content: [p(text)] });
const learn = (kind: LearningKind, ...content: ContentNode[]): ContentNode => ({ type: "learningBlock", attrs: { kind }, content });
const activity = (minutes: number, groupSize: number | null, ...lines: string[]): ContentNode => ({
  type: "learningBlock",
  attrs: { kind: "activity", minutes, ...(groupSize === null ? {} : { groupSize }) },
  content: lines.map((line) => p(line)),
});
const cell = (type: "tableHeader" | "tableCell", text = ""): ContentNode => ({ type, content: [p(text)] });
const row = (...content: ContentNode[]): ContentNode => ({ type: "tableRow", content });

const meeting: ContentNode[] = [
  h("Waarom komen we samen?"),
  learn("goal", p("Iedereen kent elkaars naam en weet wat de groep wil leren.")),
  callout("tip", "Zet de stoelen in een kring. Zo ziet iedereen elkaar."),
  h("Wat breng je mee?"),
  learn("material", list("Naamkaartjes en stiften", "Koffie, thee en water", "Een groot blad en plakband")),
  h("Wat doen we?"),
  activity(10, null, "Welkom", "Begroet iedereen aan de deur. Vertel kort waarom jullie hier zijn."),
  activity(20, 2, "Kennismaken per twee", "Vertel aan elkaar wie je bent en wat je goed kunt. Stel daarna elkaar voor."),
  activity(30, 4, "Wat wil je leren?", "Schrijf elk een leervraag op een blaadje. Leg samen wat bij elkaar hoort."),
  activity(15, null, "Afspraken maken", "Hoe praten we met elkaar? Schrijf de afspraken op het grote blad."),
  activity(15, null, "En nu?", "Kies één leervraag om mee te beginnen. Spreek af wanneer jullie elkaar weer zien."),
  learn("evidence", p("Er hangt een blad met leervragen en een blad met afspraken.")),
  h("Wie doet wat vooraf?"),
  tasks("De zaal vragen en de sleutel halen", "De mensen uitnodigen", "Koffie en thee kopen"),
];

const tryout: ContentNode[] = [
  h("Wat willen we weten?"),
  p("Wij denken dat dit helpt: …"),
  h("Wat proberen we uit?"),
  p("…"),
  h("Met wie, waar en hoelang?"),
  list("Met wie: …", "Waar: …", "Van wanneer tot wanneer: …"),
  h("Hoe weten we of het werkt?"),
  {
    type: "table",
    content: [
      row(cell("tableHeader", "Waar letten we op?"), cell("tableHeader", "Vooraf"), cell("tableHeader", "Achteraf")),
      ...[1, 2].map(() => row(cell("tableCell"), cell("tableCell"), cell("tableCell"))),
    ],
  },
  callout("attention", "Spreek vooraf af wanneer jullie stoppen. Stop zeker als iemand er last van heeft."),
  h("Wie doet wat?"),
  tasks("Vooraf kijken hoe het nu gaat", "Het uitproberen", "Samen terugkijken"),
  h("Wat gebeurde er?"),
  p("…"),
  h("Wat leren we hieruit?"),
  p("Dit doen we vanaf nu anders: …"),
];

const lesson: ContentNode[] = [
  h("Voor wie?"),
  p("…"),
  h("Wat kun je na deze les?"),
  learn("goal", p("Je kunt …")),
  h("Wat heb je nodig?"),
  learn("material", list("Voor elke deelnemer: …", "Voor de groep: …")),
  h("Wat doe je?"),
  activity(10, null, "Beginnen met een vraag", "Wat weten de deelnemers al?"),
  activity(10, null, "Voordoen", "Doe het één keer rustig voor. Zeg luidop wat je doet."),
  activity(30, 3, "Oefenen", "Iedereen probeert het zelf. Ga rond en help waar nodig."),
  activity(10, null, "Terugkijken", "Wat lukte? Wat was lastig? Wat doe je thuis?"),
  h("Hoe zie je dat het lukt?"),
  learn("evidence", p("Elke deelnemer …")),
  { type: "details", content: [{ type: "detailsSummary", content: [{ type: "text", text: "Tips voor wie de les geeft" }] }, list("Lees de kaart vooraf en oefen zelf.", "Laat deelnemers elkaar helpen.")] },
];

const notes: ContentNode[] = [
  { type: "table", content: ["Wanneer", "Waar", "Wie was er?", "Wie schreef dit op?"].map((word) => row(cell("tableHeader", word), cell("tableCell"))) },
  h("Waarover ging het?"),
  p("…"),
  h("Wat spraken we af?"),
  callout("tip", "Zet bij elke taak wie ze doet en tegen wanneer."),
  tasks("…"),
  h("Wat weten we nog niet?"),
  p("…"),
  h("De volgende keer"),
  p("Dag, uur en plaats: …"),
];

const doc = (content: ContentNode[]): ContentNode => ({ type: "doc", content });
const questions = (...keys: Parameters<ReturnType<typeof documentWords.for>>[0][]) => () => contentOfTemplate(keys.map((key) => documentWords.for("nl")(key)));

const made: Record<Template, () => ContentNode> = {
  empty: questions(),
  plan: questions("template_plan_1", "template_plan_2", "template_plan_3", "template_plan_4"),
  recipe: questions("template_recipe_1", "template_recipe_2", "template_recipe_3"),
  story: questions("template_story_1", "template_story_2", "template_story_3"),
  meeting: () => doc(meeting),
  tryout: () => doc(tryout),
  lesson: () => doc(lesson),
  notes: () => doc(notes),
};

/** Whether a template is the product's own; any other is the id of a text of the leerplek. */
export const isShared = (template: string): template is Template => Object.prototype.hasOwnProperty.call(made, template);

/** What a text begins with that begins with one of the product's own templates. */
export const sharedTemplate = (template: Template): ContentNode => made[template]();
