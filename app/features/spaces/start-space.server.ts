import { eq } from "drizzle-orm";
import { organisation, space, spaceOrganisation, spaceRole } from "#db/schema/index";
import { renewSession } from "~/features/accounts/index.server";
import { mayStartSpace } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { spaceStarted } from "./facts";
import { giveRole } from "./give-role.server";
import { StartSpaceInput } from "./input";
import { personOf, speaksFor } from "./queries.server";
import { checkTheme, setAreas } from "./settings.server";
import { freeSlug } from "./slug.server";
import { spaceStream } from "./streams";

/**
 * Starts a leerplek as a draft, in the name of an organisation; who starts it runs it. Sent twice it is there once.
 * @returns its address and the Set-Cookie of the session that goes on with the new role.
 * @throws AppError `sign_in`, `forbidden` for who may not speak for the organisation, `not_found`, `invalid_input`, `too_many`.
 */
export const startSpace = defineAction({
  name: "space.start",
  input: StartSpaceInput,
  limit: perPerson(10, "hour"),
  load: async (ctx, input) => {
    const [found] = await ctx.db.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, input.organisationId));
    if (!found) throw new AppError("not_found");
    const [before] = await ctx.db
      .select({ slug: space.slug })
      .from(space)
      .innerJoin(spaceRole, eq(spaceRole.spaceId, space.id))
      .where(eq(space.id, input.id));
    return { steward: await speaksFor(ctx, input.organisationId), before };
  },
  allow: mayStartSpace,
  run: async (ctx, { input, loaded, fact }) => {
    if (loaded.before) return { slug: loaded.before.slug, setCookie: null };
    const { id, organisationId, areas, shownName, function: itsFunction, ...settings } = input;
    await checkTheme(ctx, settings.themeKey);
    const slug = await freeSlug(ctx, settings.name, id);
    await ctx.db.insert(space).values({ ...settings, id, slug, status: "draft", createdAt: ctx.now });
    await setAreas(ctx, id, areas);
    await ctx.db.insert(spaceOrganisation).values({ spaceId: id, organisationId, state: "accepted", lead: true, invitedAt: ctx.now, answeredAt: ctx.now });
    fact(spaceStarted, { stream: spaceStream(id), spaceId: id, organisationId, role: "space_steward", data: { visibility: settings.visibility, joining: settings.joining } });
    const person = (await personOf(ctx, { personId: ctx.actor.personId! }))!;
    await giveRole(ctx, { spaceId: id, person, role: "space_steward", organisationId, function: itsFunction, until: null, how: "started", byActor: null, shownName }, fact);
    return { slug, setCookie: await renewSession(ctx, fact) };
  },
});
