import { caseOwner, reportContact } from "~/features/moderation/index.server";
import { mailOutbox } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { onFact, type StoredFact } from "~/platform/fact-handlers.server";
import { defineNotice } from "./notice-rules.server";
import { noticeWords } from "./words";

const idIn = (fact: StoredFact, key: string) => fact.data[key] as string;
const toDecision = (fact: StoredFact) => `/beslissing/${idIn(fact, "decisionId")}`;

/** One letter per case and owner, without what was reported. */
defineNotice("moderation.owner-chosen", {
  to: async (ctx, fact) => {
    const owner = await caseOwner(ctx, idIn(fact, "caseId"));
    return owner ? [owner] : [];
  },
  href: (fact) => `/beheer/meldingen/${idIn(fact, "caseId")}`,
  mail: "always",
});
defineNotice("moderation.decided-about-you", { href: toDecision, mail: "always" });
defineNotice("moderation.decision-about-you-taken-back", { href: toDecision, mail: "always" });
defineNotice("moderation.second-look-answered", { href: toDecision, mail: "always" });
defineNotice("moderation.your-report-answered", {
  href: async (fact, ctx) => `/melding/${(await reportContact(ctx, idIn(fact, "reportId")))?.reference ?? ""}`,
  mail: "always",
});

// Somebody without an account, who left an address.
for (const kind of ["report-received", "report-answered"] as const) {
  onFact(`moderation.${kind}`, (ctx, fact) => writeToReporter(ctx, fact, kind));
}

async function writeToReporter(ctx: Ctx, fact: StoredFact, kind: "report-received" | "report-answered"): Promise<void> {
  const report = await reportContact(ctx, idIn(fact, "reportId"));
  if (!report?.email) return;
  const t = noticeWords.for("nl");
  const product = ctx.house.env.INSTALLATION_NAME;
  await ctx.db
    .insert(mailOutbox)
    .values({
      address: report.email,
      kind: fact.type,
      subject: t("report_subject", { product }),
      body: t(kind === "report-received" ? "report_received_body" : "report_answered_body", { reference: report.reference }),
      dedupeKey: `report:${fact.id}`,
    })
    .onConflictDoNothing();
}
