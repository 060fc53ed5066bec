import { accentClass, accentOf } from "./accent";
import { joinClasses } from "./join-classes";

export interface AvatarProps {
  name: string;
  staff?: boolean;
}

/** Up to two letters of a shown name: first and last word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s_-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? "?";
  const last = words.length > 1 ? (words[words.length - 1] ?? "") : "";
  const letter = (word: string) => [...word.replace(/[^\p{L}\p{N}]/gu, "")][0] ?? "";
  return (letter(first) + letter(last)).toLocaleUpperCase("nl") || "?";
}

/** Initials in a small coloured shape; decoration beside the name. */
export function Avatar({ name, staff }: AvatarProps) {
  return (
    <span className={joinClasses("avatar", staff ? "avatar--staff" : accentClass(accentOf(name)))} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
