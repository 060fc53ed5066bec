import type { House } from "~/platform/ctx.server";
import type { Prepared } from "./prepare-data";

/** How to sign in as each role of the demonstration: a name, a password and what one sees, on one line. */
export function howToTryOut(tryOuts: Prepared["tryOuts"]): string[] {
  if (tryOuts.length === 0) return [];
  const width = Math.max(...tryOuts.map((one) => one.signInName.length));
  const lines = tryOuts.map((one) => `    ${one.signInName.padEnd(width)}  ${one.password}  ${one.what}`);
  return ["  This is a demonstration with invented people. Sign in (Aanmelden) as:", ...lines, ""];
}

/** Says on the terminal where the platform is and how to get in. */
export function greet(house: House, prepared: Prepared): void {
  const lines = ["", `  ${house.env.INSTALLATION_NAME} runs at ${house.publicUrl}`, ""];
  lines.push(...howToTryOut(prepared.tryOuts));
  if (prepared.administratorLink) lines.push("  Make the first administrator with this link (24 hours, once):", `    ${prepared.administratorLink}`, "");
  if (prepared.leftOver) lines.push("  Warning: the demonstration is in this database, with an invented administrator. Stop the platform, run npm run demo:remove and start it again.", "");
  if (!house.publicUrl.startsWith("https:") && !["127.0.0.1", "localhost", "::1"].includes(house.env.HOST)) {
    lines.push("  Warning: this address is plain http. Others on the network can read what people type. Put TLS in front and set PUBLIC_URL.", "");
  }
  console.log(lines.join("\n"));
}
