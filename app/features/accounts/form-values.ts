import type { FormRefusal } from "~/platform/http-adapter.server";

/** What somebody had typed, for a page that comes back with other words to choose; never a password or a code. */
export function typedValues(fields: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => typeof pair[1] === "string" && !/password|code|token|proposed|intent/i.test(pair[0])),
  );
}

/** What a form with a password to choose got back, as its screen takes it. */
export function formAnswer(answer: { refusal?: FormRefusal; values?: Record<string, string> } | undefined): { values: Record<string, string>; refusal: FormRefusal | undefined } {
  return { values: answer?.refusal?.values ?? answer?.values ?? {}, refusal: answer?.refusal };
}

/** The same page with passwords that can be read while typing. */
export function withPlainPassword(here: string): string {
  return `${here}${here.includes("?") ? "&" : "?"}toon=1`;
}
