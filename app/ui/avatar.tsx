import { accentClass, accentOf } from "./accent";
import { Icon } from "./icon";
import { joinClasses } from "./join-classes";

export interface AvatarProps {
  name: string;
  staff?: boolean;
  /** "een deelnemer", "vroegere deelnemer": a sign instead of letters. */
  nameless?: boolean;
}

/** Up to two letters of a shown name: first and last word, without what stands in brackets. */
export function initialsOf(name: string): string {
  const words = (name.replace(/\([^)]*\)/g, " ").trim() || name).split(/[\s_-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? "?";
  const last = words.length > 1 ? (words[words.length - 1] ?? "") : "";
  const letter = (word: string) => [...word.replace(/[^\p{L}\p{N}]/gu, "")][0] ?? "";
  return (letter(first) + letter(last)).toLocaleUpperCase("nl") || "?";
}

/** Initials in a small coloured shape; decoration beside the name. */
export function Avatar({ name, staff, nameless }: AvatarProps) {
  const look = staff ? "avatar--staff" : nameless ? "avatar--nameless" : accentClass(accentOf(name));
  return (
    <span className={joinClasses("avatar", look)} aria-hidden="true">
      {nameless ? <Icon name="user-round" /> : initialsOf(name)}
    </span>
  );
}
