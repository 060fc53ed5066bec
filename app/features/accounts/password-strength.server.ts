import { limits } from "~/platform/limits";
import list from "./data/common-passwords.txt?raw";

const common = new Set(list.split("\n").filter(Boolean));

/**
 * Why a new password will not do, as a field code, or null. Refused: shorter than 8 characters, among the 10 000 commonest,
 * or the person's own name. Nothing else is asked: rules about capitals and signs make people write passwords on the screen.
 */
export function passwordFault(password: string, names: string[]): "too_short" | "too_common" | null {
  if ([...password].length < limits.passwordCharactersAtLeast) return "too_short";
  const bare = password.normalize("NFKC").toLowerCase();
  const letters = bare.replace(/[^\p{L}\p{N}]/gu, "");
  if (common.has(bare) || common.has(letters) || new Set(bare).size < 3) return "too_common";
  return names.some((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") === letters) ? "too_common" : null;
}
