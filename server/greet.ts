import type { House } from "~/platform/ctx.server";
import type { Prepared } from "./prepare-data";

/** Says on the terminal where the platform is and how to get in. */
export function greet(house: House, prepared: Prepared): void {
  const lines = ["", `  ${house.env.INSTALLATION_NAME} runs at ${house.publicUrl}`, ""];
  if (prepared.tryOuts.length > 0) {
    lines.push("  This is a demonstration with invented people. Sign in (Aanmelden) as:");
    const width = Math.max(...prepared.tryOuts.map((one) => one.signInName.length));
    for (const one of prepared.tryOuts) lines.push(`    ${one.signInName.padEnd(width)}  ${one.password}  ${one.what}`);
    lines.push("");
  }
  if (prepared.administratorLink) lines.push("  Make the first administrator with this link (24 hours, once):", `    ${prepared.administratorLink}`, "");
  if (prepared.leftOver) lines.push("  Warning: the demonstration is in this database, with an invented administrator. Stop the platform, run npm run demo:remove and start it again.", "");
  if (!house.publicUrl.startsWith("https:") && !["127.0.0.1", "localhost", "::1"].includes(house.env.HOST)) {
    lines.push("  Warning: this address is plain http. Others on the network can read what people type. Put TLS in front and set PUBLIC_URL.", "");
  }
  console.log(lines.join("\n"));
}
