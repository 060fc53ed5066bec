/** At most so much of a name is looked for. */
const longest = 40;
const typing = /(^|[\s("'“‘«[*_–—-])@((?:[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’_-]*(?: [\p{L}\p{M}\p{N}.'’_-]*){0,2})?)$/u;

/** The name that is being typed before the cursor: what stands after the "@", and where the "@" is. Null: none. */
export function typedName(text: string, cursor: number): { at: number; typed: string } | null {
  const from = Math.max(0, cursor - longest);
  const found = typing.exec(text.slice(from, cursor));
  return found ? { at: from + found.index + found[1]!.length, typed: found[2]! } : null;
}
