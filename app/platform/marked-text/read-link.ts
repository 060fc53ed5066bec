/** Somewhere to go, as somebody wrote it. `href` is always http, https or mailto. */
export interface Link {
  kind: "link";
  href: string;
  /** Words that the writer chose; null where the address itself was written. */
  label: string | null;
  /** Where it leads, short enough to read: "ieper.be/fietsen…". The name of the place is never cut. */
  place: string;
  /** The address as it was written. */
  written: string;
}

/** A link in a line, from one place to another; null for an address that must stay plain text. */
export interface FoundLink {
  node: Link | null;
  from: number;
  to: number;
}

// Every repeat is bounded and none can match in two ways, so that no text takes long.
const labelled = /\[([^[\]]{1,200})\]\((mailto:[^\s()<>"]{3,254}|https?:\/\/(?:[^\s()<>"]|\([^\s()<>"]{0,200}\)){1,1000})\)/iy;
const bare = /(?:https?:\/\/|www\.)[^\s<>"]{1,1000}/iy;
const mail = /[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/iy;
const isLetter = /[\p{L}\p{N}]/u;

/** At most this much of a path is shown. */
const pathCharacters = 32;

/**
 * The link that a sign at `at` begins ("[", "http://", "www." …) or stands in ("@"); null when it is none.
 * @param after what came before this place is spoken for
 */
export function linkAt(line: string, at: number, after: number): FoundLink | null {
  const sign = line[at];
  if (sign === "[") return labelledAt(line, at);
  if (sign === "@") return mailAt(line, at, after);
  if (at > 0 && isLetter.test(line[at - 1]!)) return null;
  if (sign === "m" || sign === "M") return mailtoAt(line, at);
  return bareAt(line, at);
}

function labelledAt(line: string, at: number): FoundLink | null {
  labelled.lastIndex = at;
  const found = labelled.exec(line);
  const label = found?.[1]!.trim();
  const address = label ? readAddress(found![2]!) : null;
  return address && { node: { kind: "link", ...address, label: label! }, from: at, to: labelled.lastIndex };
}

function bareAt(line: string, at: number): FoundLink | null {
  bare.lastIndex = at;
  const found = bare.exec(line)?.[0];
  const written = found && withoutEnd(found);
  if (!written) return null;
  const address = readAddress(written);
  return { node: address && { kind: "link", ...address, label: null }, from: at, to: at + written.length };
}

function mailtoAt(line: string, at: number): FoundLink | null {
  mail.lastIndex = at + "mailto:".length;
  const found = mail.exec(line)?.[0];
  return found ? { node: toMail(found, `mailto:${found}`), from: at, to: mail.lastIndex } : null;
}

/** An e-mail address around its "@". */
function mailAt(line: string, at: number, after: number): FoundLink | null {
  let from = at;
  while (from > after && at - from < 64 && /[a-z0-9._%+-]/i.test(line[from - 1]!)) from -= 1;
  if (from === at || (from > 0 && isLetter.test(line[from - 1]!))) return null;
  mail.lastIndex = from;
  const found = mail.exec(line)?.[0];
  return found?.[at - from] === "@" ? { node: toMail(found, found), from, to: mail.lastIndex } : null;
}

const toMail = (address: string, written: string): Link => ({ kind: "link", href: `mailto:${address}`, label: null, place: address, written });

/** What is punctuation of the sentence is not of the address; a bracket is when it was opened before it. */
function withoutEnd(address: string): string {
  let open = 0;
  for (const sign of address) open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1]!;
    if (last === ")" && open < 0) open += 1;
    else if (!".,;:!?'*_~…»”’]}".includes(last)) break;
  }
  return address.slice(0, end);
}

/** @returns null for an address that leads nowhere or hides where: only web and mail, never with a name or password in it. */
function readAddress(written: string): Omit<Link, "kind" | "label"> | null {
  if (/^mailto:/i.test(written)) {
    mail.lastIndex = "mailto:".length;
    const found = mail.exec(written)?.[0];
    return found && mail.lastIndex === written.length ? { href: `mailto:${found}`, place: found, written } : null;
  }
  const url = toUrl(/^www\./i.test(written) ? `https://${written}` : written);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !/^[^.]+(\.[^.]+)*$/.test(url.hostname)) return null;
  if (/^www\./i.test(written) && !/^www\.[^.]+\./.test(url.hostname)) return null;
  const host = url.host.replace(/^www\./, "");
  const path = url.pathname.replace(/\/$/, "");
  const cut = path.length > pathCharacters || url.search || url.hash;
  return { href: url.href, place: host + path.slice(0, pathCharacters) + (cut ? "…" : ""), written };
}

function toUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
