import { mailOutbox, notice } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { noticeArrived } from "./facts";
import { peopleOf } from "./people.server";
import { noticeWords, sentence } from "./words";

export interface Telling {
  /** Actor ids of who hears. */
  to: string[];
  /** Kind of notice: the catalogue has a sentence for it. */
  kind: string;
  href: string;
  /** What the sentence needs: names of things and numbers, never what somebody wrote. */
  data?: Record<string, string | number>;
  /** Also by mail, to those who confirmed an address. */
  mail: boolean;
}

/** Puts one notice per person in the inbox, and one letter in the outbox, in the transaction that takes the fact off the list. */
export async function tellPeople(ctx: Ctx, fact: StoredFact, telling: Telling, write: FactWriter): Promise<void> {
  const to = telling.to.filter((actorId) => actorId !== fact.actorId || fact.stream === streamId("person", actorId));
  if (to.length === 0) return;
  const people = await peopleOf(ctx, to);
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
        dedupeKey: `${fact.id}:${one.actorId}`,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: notice.personId });
  const fresh = new Set(told.map((row) => row.personId));
  for (const one of people) {
    if (!fresh.has(one.personId)) continue;
    write(noticeArrived, { stream: streamId("person", one.actorId), data: {} });
    if (telling.mail) await queueLetter(ctx, fact, telling, one);
  }
}

/** One letter about a fact to somebody who confirmed an address. */
export async function queueLetter(ctx: Ctx, fact: StoredFact, telling: Pick<Telling, "kind" | "href" | "data">, to: Awaited<ReturnType<typeof peopleOf>>[number]): Promise<void> {
  if (!to.email || !to.confirmed) return;
  const t = noticeWords.for(to.language);
  await ctx.db
    .insert(mailOutbox)
    .values({
      personId: to.personId,
      address: to.email,
      kind: telling.kind,
      // The subject names no group, theme or text: others may look over the shoulder.
      subject: t("mail_subject", { product: ctx.house.env.INSTALLATION_NAME }),
      body: t("mail_body", { sentence: sentence(t, telling.kind, telling.data ?? {}), address: `${ctx.house.publicUrl}${telling.href}`, product: ctx.house.env.INSTALLATION_NAME }),
      dedupeKey: `notice:${fact.id}:${to.actorId}`,
    })
    .onConflictDoNothing();
}
