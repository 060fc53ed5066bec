import { mailOutbox, notice } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { noticeArrived } from "./facts";
import { getsLetters, peopleOf, type Hearer } from "./people.server";
import { queuePush } from "./push/push-devices.server";
import { noticeWords, sentence } from "./words";

export interface Telling {
  /** Actor ids of who hears. */
  to: string[];
  /** Kind of notice: the catalogue has a sentence for it. */
  kind: string;
  href: string;
  /** The conversation that it is about: letters group by it. */
  discussionId?: string | null;
  /** What the sentence needs: names of things and numbers, never what somebody wrote. */
  data?: Record<string, string | number>;
  /** To those who confirmed an address, by mail too: `always` and at once, for what cannot wait, or when they chose to get letters. */
  mail: "always" | "as-chosen" | false;
}

/** Puts one notice per person in the inbox, and one letter in the outbox, in the transaction that takes the fact off the list. */
export async function tellPeople(ctx: Ctx, fact: StoredFact, telling: Telling, write: FactWriter): Promise<void> {
  const to = telling.to.filter((actorId) => actorId !== fact.actorId || fact.stream === streamId("person", actorId));
  if (to.length === 0) return;
  const people = await peopleOf(ctx, { actorIds: to });
  if (people.length === 0) return;
  const told = await ctx.db
    .insert(notice)
    .values(
      people.map((one) => ({
        personId: one.personId,
        kind: telling.kind,
        spaceId: fact.spaceId,
        href: telling.href,
        data: telling.data ?? {},
        discussionId: telling.discussionId,
        mailDueAt: telling.mail === "as-chosen" && getsLetters(one) ? ctx.now : null,
        dedupeKey: `${fact.id}:${one.actorId}`,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: notice.personId, dedupeKey: notice.dedupeKey });
  await queuePush(ctx, told.map((row) => row.dedupeKey));
  const fresh = new Set(told.map((row) => row.personId));
  for (const one of people) {
    if (!fresh.has(one.personId)) continue;
    write(noticeArrived, { stream: streamId("person", one.actorId), data: {} });
    if (telling.mail === "always") await queueLetter(ctx, fact, telling, one);
  }
}

async function queueLetter(ctx: Ctx, fact: StoredFact, telling: Telling, { personId, actorId, mail }: Hearer): Promise<void> {
  if (!mail) return;
  const t = noticeWords.for(mail.language);
  await ctx.db
    .insert(mailOutbox)
    .values({
      personId,
      address: mail.address,
      kind: telling.kind,
      // The subject names no group, theme or text: others may look over the shoulder.
      subject: t("mail_subject", { product: ctx.house.env.INSTALLATION_NAME }),
      body: t("mail_body", { sentence: sentence(t, telling.kind, telling.data ?? {}), address: `${ctx.house.publicUrl}${telling.href}`, product: ctx.house.env.INSTALLATION_NAME }),
      dedupeKey: `notice:${fact.id}:${actorId}`,
    })
    .onConflictDoNothing();
}
