import { createContext, useContext } from "react";
import type { ContentNode } from "../content";
import { taskAnchor } from "./task-anchor";

const Numbers = createContext<ReadonlyMap<ContentNode, number> | null>(null);
/** Tells the tasks drawn inside which of the text they are; without it they can be led to from nowhere. */
export const TaskNumbersProvider = Numbers.Provider;

/** The address of a task in the page; undefined where none leads there. */
export function useTaskAnchor(task: ContentNode): string | undefined {
  const number = useContext(Numbers)?.get(task);
  return number === undefined ? undefined : taskAnchor(number);
}

/** The tasks of a text in its order, counted from 1, as `findTasks` counts them. */
export function numberTasks(content: ContentNode): ReadonlyMap<ContentNode, number> {
  const numbers = new Map<ContentNode, number>();
  const visit = (node: ContentNode) => {
    if (node.type === "taskItem") numbers.set(node, numbers.size + 1);
    node.content?.forEach(visit);
  };
  visit(content);
  return numbers;
}
