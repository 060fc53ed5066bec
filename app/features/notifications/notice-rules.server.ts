import type { Ctx } from "~/platform/ctx.server";
import { onFact, type StoredFact } from "~/platform/fact-handlers.server";
import { parseStream } from "~/platform/streams";
import { choicesAbout, levelsAmong, type Around } from "./levels/levels.server";
import { peopleOf } from "./people.server";
import { tellPeople, type Telling } from "./tell-people.server";

/** Who hears of a fact, where it leads, and whether by mail too. */
export interface NoticeRule {
  /** Actor ids; absent: the person whose stream the fact stands in. */
  to?: (ctx: Ctx, fact: StoredFact) => Promise<string[]>;
  href: (fact: StoredFact, ctx: Ctx) => string | Promise<string>;
  data?: (ctx: Ctx, fact: StoredFact) => Promise<Record<string, string | number>>;
  mail: Telling["mail"];
  /** Where people choose how much they hear of it: who chose nothing there does not. Absent: everyone hears. */
  place?: (fact: StoredFact) => Around;
}

/** Registers the notice that facts of a type become. */
export function defineNotice(type: string, rule: NoticeRule): void {
  onFact(type, async (ctx, fact, write) => {
    const to = await withoutThoseWhoWantNothing(ctx, rule.to ? await rule.to(ctx, fact) : ownerOfStream(fact), rule.place?.(fact));
    await tellPeople(ctx, fact, { to, kind: type, href: await rule.href(fact, ctx), data: await rule.data?.(ctx, fact), discussionId: rule.place?.(fact).discussion, mail: rule.mail }, write);
  });
}

function ownerOfStream(fact: StoredFact): string[] {
  const stream = fact.stream ? parseStream(fact.stream) : null;
  return stream?.kind === "person" ? [stream.id] : [];
}

async function withoutThoseWhoWantNothing(ctx: Ctx, to: string[], around: Around | undefined): Promise<string[]> {
  if (!around) return to;
  const levels = levelsAmong(await choicesAbout(ctx, Object.values(around).filter((id) => typeof id === "string")), around);
  if (![...levels.values()].includes("none")) return to;
  return (await peopleOf(ctx, { actorIds: to })).filter((one) => levels.get(one.personId) !== "none").map((one) => one.actorId);
}
