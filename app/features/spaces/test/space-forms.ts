import { randomUUID } from "node:crypto";

/** What the form with the settings of a leerplek sends, for tests. */
export function settingsForm() {
  return {
    name: "Samen op weg",
    summary: "We leren van elkaar hoe je vlot ergens geraakt.",
    themeKey: "mobility",
    areas: [],
    visibility: "public",
    joining: "open",
    houseRules: "We blijven vriendelijk.\nWe delen geen adressen van anderen.",
    contactName: "Marie Voorbeeld",
    contactPhone: "050 00 00 00",
    dataProtectionContact: "privacy@example.org",
  };
}

/** What the form to start a leerplek sends, for tests; `given` replaces fields. */
export function startForm(given: Record<string, unknown> & { organisationId: string }) {
  return { id: randomUUID(), ...settingsForm(), shownName: "Marie", function: "coördinator buurtwerk", ...given };
}

/** What the form for an appointment sends, for tests. */
export function appointForm(given: Record<string, unknown> & { spaceId: string; organisationId: string }) {
  return { role: "facilitator", function: "buurtwerker", until: "2026-11-20", ...given };
}
