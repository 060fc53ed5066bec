import type { Ctx } from "~/platform/ctx.server";
import { onFact, type StoredFact } from "~/platform/fact-handlers.server";
import { parseStream } from "~/platform/streams";
import { tellPeople } from "./tell-people.server";

/** Who hears of a fact, where it leads, and whether by mail too. */
export interface NoticeRule {
  /** Actor ids; absent: the person whose stream the fact stands in. */
  to?: (ctx: Ctx, fact: StoredFact) => Promise<string[]>;
  href: (fact: StoredFact, ctx: Ctx) => string | Promise<string>;
  data?: (ctx: Ctx, fact: StoredFact) => Promise<Record<string, string | number>>;
  mail: boolean;
}

/** Registers the notice that facts of a type become. */
export function defineNotice(type: string, rule: NoticeRule): void {
  onFact(type, async (ctx, fact, write) => {
    const to = rule.to ? await rule.to(ctx, fact) : ownerOfStream(fact);
    await tellPeople(ctx, fact, { to, kind: type, href: await rule.href(fact, ctx), data: await rule.data?.(ctx, fact), mail: rule.mail }, write);
  });
}

function ownerOfStream(fact: StoredFact): string[] {
  const stream = fact.stream ? parseStream(fact.stream) : null;
  return stream?.kind === "person" ? [stream.id] : [];
}
