import type { Language } from "~/platform/language";

/** Euro cents as people write them: "2,50", "2", "2.50"; also what the form takes. */
export function amountOf(cents: number, language: Language): string {
  if (cents % 100 === 0) return String(cents / 100);
  const amount = (cents / 100).toFixed(2);
  return language === "en" ? amount : amount.replace(".", ",");
}
