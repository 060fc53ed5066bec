import type { Language } from "~/platform/language";
import { uiWords } from "~/platform/ui-words";
import type { PeopleNames } from "../blocks/people-names";
import { blockWords } from "../blocks/words";
import type { ContentNode } from "../content";
import { nodeRules } from "../content-rules";

/** A picture as a file carries it; its size in pixels. */
export interface FilePicture {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Words that a file needs besides those of the text. */
export interface FileWords {
  title: string;
  /** Where it comes from and what may be done with it, below the text; empty for none. */
  source: string;
  /** What stands above a block that stands out. */
  above: (node: ContentNode) => string;
  /** Language of the text itself; null where it is not one of ours. */
  lang: string | null;
  /** Of a mention. */
  nameOf: (node: ContentNode) => string;
  /** The picture that an element names; null where the file does not carry it. */
  pictureOf: (node: ContentNode) => FilePicture | null;
  /** Where that picture lies beside the file; null where it does not. */
  pathOf: (node: ContentNode) => string | null;
}

/** As it goes to the worker that makes the file. */
export interface FileGiven {
  /** Language of the text itself, where it is one of ours. */
  lang?: string;
  title: string;
  source: string;
  language: Language;
  people: PeopleNames;
  /** By id: the pictures themselves, or where each lies beside the file. */
  pictures?: Readonly<Record<string, FilePicture>>;
  paths?: Readonly<Record<string, string>>;
}

/** @returns the words for a file in this language. */
export function fileWords({ title, source, language, lang, people, pictures = {}, paths = {} }: FileGiven): FileWords {
  const t = blockWords.for(language);
  const may = (node: ContentNode, name: string) => (nodeRules[node.type]?.attributes[name]?.(node.attrs?.[name]) ? node.attrs![name] : undefined);
  const named = <V>(node: ContentNode, all: Readonly<Record<string, V>>) => {
    const id = may(node, "picture") as string | undefined;
    return id !== undefined && Object.hasOwn(all, id) ? all[id]! : null;
  };
  return {
    title,
    source,
    lang: lang ?? null,
    above: (node) => {
      const kind = may(node, "kind") as string | undefined;
      if (node.type === "callout") return t(`callout_${kind ?? "tip"}` as "callout_tip");
      const [minutes, size] = [may(node, "minutes") as number | undefined, may(node, "groupSize") as number | undefined];
      return [t(`learning_${kind ?? "activity"}` as "learning_activity"), minutes === undefined ? "" : t("minutes", { count: minutes }), size === undefined ? "" : t("group_size", { count: size })].filter(Boolean).join(" · ");
    },
    pictureOf: (node) => named(node, pictures),
    pathOf: (node) => named(node, paths),
    nameOf: (node) => {
      const person = node.attrs?.["person"];
      return `@${typeof person === "string" && Object.hasOwn(people, person) ? people[person]! : uiWords.for(language)("former_participant")}`;
    },
  };
}
