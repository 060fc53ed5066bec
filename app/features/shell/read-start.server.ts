import { and, eq, inArray, isNull } from "drizzle-orm";
import { person, space, spaceMembership } from "#db/schema/index";
import { listActivities, listOwnActivities, type ActivityInShort } from "~/features/activities/index.server";
import { newForMe, type NewForMe } from "~/features/discussions/index.server";
import { countMyCases } from "~/features/moderation/index.server";
import { countUnread } from "~/features/notifications/index.server";
import { findSpaces, showSpaces, type SpaceInShort, type ThemeView } from "~/features/spaces/index.server";
import { signedIn, type Ctx } from "~/platform/ctx.server";

export interface StartView {
  /** Null for a visitor. */
  mine: {
    name: string;
    conversations: NewForMe["conversations"];
    spaces: SpaceInShort[];
    activities: ActivityInShort[];
    /** Of the person, and what others wait for from them. */
    notices: number;
    cases: number;
  } | null;
  themes: ThemeView[];
  spaces: SpaceInShort[];
  suggestions: string[];
  upcoming: ActivityInShort[];
}

const fewSpaces = 4;
const fewActivities = 3;

/** The start page: for a visitor what there is, for a member what is new. */
export async function readStart(ctx: Ctx): Promise<StartView> {
  const found = await findSpaces(ctx, {});
  const { activities } = await listActivities(ctx, { when: "upcoming", page: 1 });
  return {
    mine: signedIn(ctx.actor) ? await readMine(ctx, ctx.actor.personId) : null,
    themes: found.themes,
    spaces: found.here.slice(0, fewSpaces),
    suggestions: found.suggestions,
    upcoming: activities.slice(0, fewActivities),
  };
}

async function readMine(ctx: Ctx, personId: string): Promise<NonNullable<StartView["mine"]>> {
  const [me] = await ctx.db.select({ name: person.name }).from(person).where(eq(person.id, personId));
  const joined = await ctx.db.select({ id: spaceMembership.spaceId }).from(spaceMembership).where(and(eq(spaceMembership.personId, personId), isNull(spaceMembership.leftAt)));
  const { conversations } = await newForMe(ctx);
  return {
    name: me?.name ?? "",
    conversations,
    spaces: joined.length > 0 ? await showSpaces(ctx, inArray(space.id, joined.map((row) => row.id))) : [],
    activities: (await listOwnActivities(ctx)).slice(0, fewActivities),
    notices: await countUnread(ctx),
    cases: await countMyCases(ctx),
  };
}
