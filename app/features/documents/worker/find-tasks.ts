import * as Y from "yjs";
import { bodyField, nodeRules } from "../content-rules";

/** A task that is for somebody, as it stands in a text. */
export interface FoundTask {
  /** The element itself, whatever is typed around it: `client:clock`. */
  key: string;
  /** The membership that it is for. */
  membership: string;
  /** The Yjs client that gave it to them. */
  giver: number;
  text: string;
  checked: boolean;
  /** Which task of the text it is, counted from 1, also over those that are for nobody. */
  position: number;
}

export const taskLimits = { characters: 300, tasks: 1_000 } as const;

/** Tasks that are for somebody, in the order of the text. What comes after the first thousand reaches nobody's list. */
export function findTasks(doc: Y.Doc): FoundTask[] {
  const found: FoundTask[] = [];
  let position = 0;
  const visit = (type: Y.XmlFragment) => {
    for (const child of type.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (child.nodeName === "taskItem") {
        position += 1;
        const task = taskOf(child, position);
        if (task && found.length < taskLimits.tasks) found.push(task);
      }
      visit(child);
    }
  };
  visit(doc.getXmlFragment(bodyField));
  return found;
}

function taskOf(element: Y.XmlElement, position: number): FoundTask | null {
  const membership = element.getAttribute("person") as unknown;
  const given = element._map.get("person");
  if (!element._item || !given || !nodeRules["taskItem"]!.attributes["person"]!(membership)) return null;
  const { client, clock } = element._item.id;
  const text = Array.from(wordsOf(element).replace(/\s+/gu, " ").trim()).slice(0, taskLimits.characters).join("");
  return { key: `${client}:${clock}`, membership: membership as string, giver: given.id.client, text, checked: (element.getAttribute("checked") as unknown) === true, position };
}

/** Its own words, without those of the tasks under it. */
function wordsOf(type: Y.XmlFragment): string {
  return type
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return (child.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
      if (!(child instanceof Y.XmlElement) || child.nodeName === "taskList") return "";
      return child.nodeName === "mention" ? "@" : `${wordsOf(child)} `;
    })
    .join("");
}
