export type Language = "nl" | "fr" | "en";

export interface MomentOptions {
  language: Language;
  /** "dinsdag" before the day; default true. */
  weekday?: boolean;
  /** The year is printed when it differs from this one; default the present year in Brussels. */
  thisYear?: number;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
}

// Own words instead of the browser's, so that server and old phones print the same.
const WEEKDAYS: Record<Language, string[]> = {
  nl: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
  fr: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
const MONTHS: Record<Language, string[]> = {
  nl: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
  fr: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

const inBrussels = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Brussels",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/** The present year in Brussels. */
export const yearNow = (): number => partsOf(new Date()).year;

function partsOf(date: Date): Parts {
  const found: Record<string, number> = {};
  for (const part of inBrussels.formatToParts(date)) found[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, hour: hour % 24, minute };
}

function dayWords(parts: Parts, { language, weekday = true, thisYear }: MomentOptions): string {
  const day = language === "fr" && parts.day === 1 ? "1er" : String(parts.day);
  const words = [weekday ? WEEKDAYS[language][parts.weekday] : "", day, MONTHS[language][parts.month - 1]];
  if (parts.year !== (thisYear ?? yearNow())) words.push(String(parts.year));
  return words.filter(Boolean).join(" ");
}

function hourWords({ hour, minute }: Parts, language: Language): string {
  const minutes = String(minute).padStart(2, "0");
  if (language === "en") return `${String(hour).padStart(2, "0")}:${minutes}`;
  if (language === "fr") return minute === 0 ? `${hour} h` : `${hour} h ${minutes}`;
  return minute === 0 ? `${hour}` : `${hour}.${minutes}`;
}

/** The day in words, local to Brussels: "dinsdag 3 december", with the year when it is another one. Throws RangeError on an invalid date. */
export function formatDay(date: Date, options: MomentOptions): string {
  return dayWords(partsOf(date), options);
}

/** Day and hour: "dinsdag 3 december om 14.30 uur" · "mardi 3 décembre à 14 h 30" · "Tuesday 3 December at 14:30". */
export function formatMoment(date: Date, options: MomentOptions): string {
  const parts = partsOf(date);
  const day = dayWords(parts, options);
  const hour = hourWords(parts, options.language);
  if (options.language === "nl") return `${day} om ${hour} uur`;
  return options.language === "fr" ? `${day} à ${hour}` : `${day} at ${hour}`;
}

/** From and until: "dinsdag 3 december van 14 tot 16.30 uur"; on different days both days are named. */
export function formatSpan(from: Date, until: Date, options: MomentOptions): string {
  const [start, end] = [partsOf(from), partsOf(until)];
  const sameDay = start.year === end.year && start.month === end.month && start.day === end.day;
  const { language } = options;
  if (!sameDay) {
    const join = { nl: "tot", fr: "jusqu’au", en: "to" }[language];
    return `${formatMoment(from, options)} ${join} ${formatMoment(until, options)}`;
  }
  const [first, last] = [hourWords(start, language), hourWords(end, language)];
  const day = dayWords(start, options);
  if (language === "nl") return `${day} van ${first} tot ${last} uur`;
  return language === "fr" ? `${day} de ${first} à ${last}` : `${day} from ${first} to ${last}`;
}

/** Day and month apart, for a DateLeaf. */
export function formatLeaf(date: Date, language: Language): { weekday: string; day: string; month: string } {
  const parts = partsOf(date);
  return {
    weekday: WEEKDAYS[language][parts.weekday] ?? "",
    day: String(parts.day),
    month: MONTHS[language][parts.month - 1] ?? "",
  };
}
