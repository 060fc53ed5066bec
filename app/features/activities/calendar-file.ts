import type { ActivityView } from "./views";

/** RFC 5545 section 3.1: at most 75 octets a line; a longer one goes on after a line break and a space. */
const octets = 75;

/** Section 3.3.11: what has a meaning of its own in a text. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, "\\n");
}

function fold(line: string): string {
  const lines: string[] = [];
  let current = "";
  let room = octets;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (size > room) {
      lines.push(current);
      current = " ";
      room = octets - 1;
    }
    current += sign;
    room -= size;
  }
  return [...lines, current].join("\r\n");
}

/** "20251203T130000Z" */
const utc = (at: Date) => `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;

/** An activity in a calendar, and where its page stands: absolute. */
export interface CalendarItem {
  activity: ActivityView;
  address: string;
  municipality: string | null;
}

export interface CalendarGiven {
  product: string;
  madeAt: Date;
  /** Of a calendar that people subscribe to: programs then ask again by themselves. */
  name?: string;
}

/**
 * Activities as an iCalendar file, for somebody's own agenda. The same activity taken again replaces the first: its
 * `UID` stays and its `SEQUENCE` goes up.
 */
export function calendarFile(items: readonly CalendarItem[], { product, madeAt, name }: CalendarGiven): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escapeText(product)}//Leerhoek//NL`,
    "METHOD:PUBLISH",
    // RFC 7986, and the names that programs knew before it.
    ...(name === undefined ? [] : [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"]),
    ...items.flatMap((item) => eventLines(item, madeAt)),
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

function eventLines({ activity, address, municipality }: CalendarItem, madeAt: Date): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${activity.id}@${new URL(address).host}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(new Date(activity.startsAt))}`,
    `DTEND:${utc(new Date(activity.endsAt))}`,
    `SEQUENCE:${activity.rev}`,
    `STATUS:${activity.state === "cancelled" ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${escapeText(activity.title)}`,
    `LOCATION:${escapeText([activity.place, municipality].filter(Boolean).join(", "))}`,
    `DESCRIPTION:${escapeText([activity.description, activity.howToGetThere, `${activity.contactName}: ${activity.contactPhone}`, address].filter(Boolean).join("\n\n"))}`,
    `URL:${address}`,
    "END:VEVENT",
  ];
}
