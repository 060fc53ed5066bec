import { expect, test } from "vitest";
import { calendarFile } from "./calendar-file";
import type { ActivityView } from "./views";

const activity: ActivityView = {
  kind: "activity",
  id: "0f3e1a52-0000-4000-8000-000000000001",
  rev: 3,
  group: "",
  experiment: null,
  title: "Samen koken, goedkoop & lekker",
  description: "Breng een schort mee.\nEr is ook thee; en ".padEnd(160, "ë"),
  startsAt: "2025-12-03T13:00:00.000Z",
  endsAt: "2025-12-03T15:30:00.000Z",
  place: "De keuken",
  nis: null,
  howToGetThere: "",
  places: null,
  priceCents: 0,
  contactName: "Fatima",
  contactPhone: "050 00 00 00",
  state: "planned",
  headcount: null,
};
const file = (given: Partial<ActivityView> = {}) =>
  calendarFile([{ activity: { ...activity, ...given }, address: "https://leer.example/activiteiten/1", municipality: "Proefdorp" }], { product: "Leerhoek", madeAt: new Date("2025-11-20T10:00:00Z") });

test("says when in UTC, what and where, with the signs of the format escaped", () => {
  const lines = file().replace(/\r\n /g, "").split("\r\n");
  expect(lines).toContain("DTSTART:20251203T130000Z");
  expect(lines).toContain("DTEND:20251203T153000Z");
  expect(lines).toContain("UID:0f3e1a52-0000-4000-8000-000000000001@leer.example");
  expect(lines).toContain("SUMMARY:Samen koken\\, goedkoop & lekker");
  expect(lines).toContain("LOCATION:De keuken\\, Proefdorp");
  expect(lines.find((line) => line.startsWith("DESCRIPTION:"))).toContain("Breng een schort mee.\\nEr is ook thee\\; en ë");
  expect(lines).toContain("STATUS:CONFIRMED");
});

test("folds lines at 75 octets without cutting a letter in two", () => {
  const lines = file().split("\r\n");
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.join("")).not.toContain("\ufffd");
  expect(file().endsWith("END:VCALENDAR\r\n")).toBe(true);
});

test("a line that somebody wrote begins no line of its own", () => {
  const crafted = file({ title: "Koken\r\nATTENDEE:mailto:x@example.org", contactName: "A\nBEGIN:VEVENT" });
  expect(crafted.split("\r\n").filter((line) => /^(ATTENDEE|BEGIN:VEVENT)/.test(line))).toEqual(["BEGIN:VEVENT"]);
});

test("says when it is cancelled", () => {
  expect(file({ state: "cancelled" })).toContain("\r\nSTATUS:CANCELLED\r\n");
});

test("one that people subscribe to has a name, says when to ask again, and holds them all", () => {
  const items = ["a", "b"].map((last) => ({ activity: { ...activity, id: `${activity.id.slice(0, -1)}${last}` }, address: `https://leer.example/activiteiten/${last}`, municipality: null }));
  const lines = calendarFile(items, { product: "Leerhoek", madeAt: new Date("2025-11-20T10:00:00Z"), name: "Activiteiten, Op weg" }).replace(/\r\n /g, "").split("\r\n");
  expect(lines).toContain("NAME:Activiteiten\\, Op weg");
  expect(lines).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
  expect(lines.filter((line) => line.startsWith("UID:"))).toEqual([`UID:${items[0]!.activity.id}@leer.example`, `UID:${items[1]!.activity.id}@leer.example`]);
  expect(lines.filter((line) => line === "BEGIN:VCALENDAR")).toHaveLength(1);
});
