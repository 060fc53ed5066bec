import { limits } from "~/platform/limits";

/** Letters that Unicode does not take apart into a letter and a mark. */
const apart: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ı: "i" };

/** The words of a sign-in name, from a shown name in any script: `Jan Peeters` → `jan-peeters`. */
export function signInWords(name: string): string {
  const bare = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[øłđðþæœßı]/g, (letter) => apart[letter] ?? "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, limits.signInWordsCharacters)
    .replace(/-+$/, "");
  return bare.replace(/[^a-z]/g, "").length >= 2 ? bare : "deelnemer";
}
