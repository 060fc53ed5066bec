/**
 * The first words of a text, on one line: at most so many characters and "…" where more follows. A word is cut only where
 * it would leave less than half of that, and a sign that takes two places never.
 */
export function shorten(text: string, characters: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= characters) return line;
  const space = line.lastIndexOf(" ", characters);
  const cut = space > characters / 2 ? line.slice(0, space) : line.slice(0, characters).replace(/[\ud800-\udbff]$/, "");
  return `${cut}…`;
}
