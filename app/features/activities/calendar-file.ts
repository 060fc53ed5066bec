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

/**
 * An activity as an iCalendar file, for somebody's own agenda. The same activity taken again replaces the first: its
 * `UID` stays and its `SEQUENCE` goes up.
 * @param address where its page stands, absolute
 */
export function calendarFile(activity: ActivityView, given: { address: string; product: string; municipality: string | null; madeAt: Date }): string {
  const host = new URL(given.address).host;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escapeText(given.product)}//Leerhoek//NL`,
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${activity.id}@${host}`,
    `DTSTAMP:${utc(given.madeAt)}`,
    `DTSTART:${utc(new Date(activity.startsAt))}`,
    `DTEND:${utc(new Date(activity.endsAt))}`,
    `SEQUENCE:${activity.rev}`,
    `STATUS:${activity.state === "cancelled" ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${escapeText(activity.title)}`,
    `LOCATION:${escapeText([activity.place, given.municipality].filter(Boolean).join(", "))}`,
    `DESCRIPTION:${escapeText([activity.description, activity.howToGetThere, `${activity.contactName}: ${activity.contactPhone}`, given.address].filter(Boolean).join("\n\n"))}`,
    `URL:${given.address}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}
