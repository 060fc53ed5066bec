import type { Language } from "~/platform/language";
import { uiWords } from "~/platform/ui-words";
import type { PeopleNames } from "../blocks/people-names";
import { blockWords } from "../blocks/words";
import type { ContentNode } from "../content";
import { nodeRules } from "../content-rules";

/** Words that a file needs besides those of the text. */
export interface FileWords {
  title: string;
  /** Where it comes from and what may be done with it, below the text; empty for none. */
  source: string;
  /** What stands above a block that stands out. */
  above: (node: ContentNode) => string;
  /** Of a mention. */
  nameOf: (node: ContentNode) => string;
}

/** As it goes to the worker that makes the file. */
export interface FileGiven {
  title: string;
  source: string;
  language: Language;
  people: PeopleNames;
}

/** @returns the words for a file in this language. */
export function fileWords({ title, source, language, people }: FileGiven): FileWords {
  const t = blockWords.for(language);
  const may = (node: ContentNode, name: string) => (nodeRules[node.type]?.attributes[name]?.(node.attrs?.[name]) ? node.attrs![name] : undefined);
  return {
    title,
    source,
    above: (node) => {
      const kind = may(node, "kind") as string | undefined;
      if (node.type === "callout") return t(`callout_${kind ?? "tip"}` as "callout_tip");
      const [minutes, size] = [may(node, "minutes") as number | undefined, may(node, "groupSize") as number | undefined];
      return [t(`learning_${kind ?? "activity"}` as "learning_activity"), minutes === undefined ? "" : t("minutes", { count: minutes }), size === undefined ? "" : t("group_size", { count: size })].filter(Boolean).join(" · ");
    },
    nameOf: (node) => {
      const person = node.attrs?.["person"];
      return `@${typeof person === "string" && Object.hasOwn(people, person) ? people[person]! : uiWords.for(language)("former_participant")}`;
    },
  };
}
