import { advertises, disclaims, dividesQuote, givesDetails, greets, headsOn, headsQuote, introducesQuote, rules } from "./mail-programs";

/** Which part of an answer by mail is from its writer: without our letter that it quotes, and without what hangs below it. */
export function ownWords(text: string, markers: readonly string[]): string {
  const lines = plainLines(text);
  const marks = markers.map(bare);
  const isMarker = (line: string) => marks.some((marker) => bare(line).includes(marker));
  const end = firstOf(lines, isMarker);
  const above = withoutTail(lines.slice(0, Math.min(end, quoteFrom(lines, end))));
  return unwrap(withoutSignature(above.length > 0 ? above : below(lines, isMarker))).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

function plainLines(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[\u200b\u2060\ufeff]/g, "")
    // What a picture becomes in a text.
    .replace(/\[(?:cid|image|afbeelding|inline image)\s?:[^\]\n]*\]/gi, "")
    .split("\n")
    .map((line) => line.replace(/\s+$/, (end) => (end === " " && line === "-- " ? end : "")));
}

const bare = (line: string) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const isQuoted = (line: string) => /^\s*>/.test(line);

function firstOf(lines: readonly string[], is: (line: string) => boolean): number {
  const found = lines.findIndex(is);
  return found < 0 ? lines.length : found;
}

/** Where a quoted mail begins; `end` when it does not, before there. */
function quoteFrom(lines: readonly string[], end: number): number {
  for (let at = 0; at < end; at += 1) {
    const line = lines[at]!.trim();
    if (line === "") continue;
    if (dividesQuote.test(line) || isHead(lines, at)) return at;
    if (rules.test(line) && isHead(lines, nextFilled(lines, at + 1))) return at;
    const introduced = introduction(lines, at);
    if (introduced > 0) {
      // Somebody may well write "On Saturday Jan wrote:" themselves; then no quote follows, nor an address.
      const after = nextFilled(lines, at + introduced);
      const said = lines.slice(at, at + introduced).join(" ");
      if (after >= end || isQuoted(lines[after]!) || /\S@\S/.test(said)) return at;
    }
  }
  return end;
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() === "") at += 1;
  return at;
}

/** Over how many lines a quote is introduced here, for programs break such lines; 0: it is not. */
function introduction(lines: readonly string[], at: number): number {
  for (let count = 1; count <= 3 && at + count <= lines.length; count += 1) {
    if (lines[at + count - 1]!.trim() === "" || (count > 1 && isQuoted(lines[at + count - 1]!))) return 0;
    if (introducesQuote.test(lines.slice(at, at + count).map((line) => line.trim()).join(" "))) return count;
  }
  return 0;
}

/** "Van: … Verzonden: … Aan: …". */
function isHead(lines: readonly string[], at: number): boolean {
  if (at >= lines.length || !headsQuote.test(`${lines[at]!.trim()} `)) return false;
  return lines.slice(at + 1, at + 7).filter((line) => headsOn.test(line.trim())).length >= 2;
}

/** Without empty and quoted lines at the end, and what introduces the quote in a way that no pattern knows. */
function withoutTail(lines: readonly string[]): string[] {
  const kept = [...lines];
  const drop = () => {
    while (kept.length > 0 && (kept.at(-1)!.trim() === "" || isQuoted(kept.at(-1)!) || rules.test(kept.at(-1)!.trim()))) kept.pop();
  };
  drop();
  for (let count = 1; count <= 3 && count <= kept.length; count += 1) {
    const block = kept.slice(-count);
    if (block.some((line) => line.trim() === "")) break;
    const said = block.map((line) => line.trim()).join(" ");
    if (introducesQuote.test(said) || (said.endsWith(":") && /<?\S+@\S+>?/.test(said) && /\d{1,2}[:.u]\d{2}/.test(said))) {
      kept.splice(-count);
      drop();
      break;
    }
  }
  return kept;
}

/** Some programs put the cursor under the quote: then the words stand there, between and after quoted lines. */
function below(lines: readonly string[], isMarker: (line: string) => boolean): string[] {
  const first = lines.findIndex(isQuoted);
  if (first < 0) return [];
  return withoutTail(lines.slice(first).filter((line) => !isQuoted(line) && !isMarker(line)));
}

function withoutSignature(lines: readonly string[]): string[] {
  let kept = [...lines];
  const cut = kept.findIndex((line) => line === "-- " || line === "--");
  if (cut >= 0) kept = kept.slice(0, cut);
  const disclaimer = kept.findIndex((line) => disclaims.test(line.trim()));
  if (disclaimer >= 0) kept = kept.slice(0, disclaimer);
  const greeting = kept.findIndex((line, at) => greets.test(line.trim()) && kept.slice(at + 1).some((later) => givesDetails.test(later)));
  if (greeting >= 0) {
    const name = nextFilled(kept, greeting + 1);
    const named = name < kept.length && kept[name]!.trim().length <= 40 && !givesDetails.test(kept[name]!);
    kept = kept.slice(0, named ? name + 1 : greeting + 1);
  }
  for (;;) {
    while (kept.length > 0 && /^[\s_-]*$/.test(kept.at(-1)!)) kept.pop();
    const last = kept.at(-1)?.trim();
    if (last === undefined || !advertises.some((known) => known.test(last))) break;
    kept.pop();
  }
  return kept;
}

/** Where a program broke a line because the next word did not fit, the line goes on. */
function unwrap(lines: readonly string[]): string[] {
  const out: string[] = [];
  let last = 0;
  for (const line of lines) {
    const word = /^\S+/.exec(line)?.[0] ?? "";
    const goesOn = out.length > 0 && last >= 50 && last <= 80 && last + 1 + word.length > 72 && word !== "" && !/^(?:[-*•>]|\d+[.)])$/.test(word);
    if (goesOn) out[out.length - 1] += ` ${line}`;
    else out.push(line);
    last = line.length;
  }
  return out;
}
