import { eq, sql } from "drizzle-orm";
import { space } from "#db/schema/index";
import { mayChangeSpace } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { houseRulesChanged, spaceChanged } from "./facts";
import { ownRules } from "./house-rules";
import { ChangeSpaceInput } from "./input";
import { checkTheme, setAreas } from "./settings.server";
import { echoInSpace } from "./space-echo.server";
import { spaceStream } from "./streams";

/**
 * Changes the settings of a leerplek; its address stays.
 * @throws AppError `sign_in`, `not_found`, `forbidden`, `closed`, `only_narrower`, `stale` when somebody else changed it meanwhile, `invalid_input`.
 */
export const changeSpace = defineAction({
  name: "space.change",
  input: ChangeSpaceInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessSpaceToChange(ctx, input.spaceId),
  allow: (actor, { relation }, input) => mayChangeSpace(actor, relation, input),
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, rev, areas, ...settings } = input;
    if (rev !== loaded.space.rev) throw new AppError("stale");
    await checkTheme(ctx, settings.themeKey);
    await ctx.db.update(space).set({ ...settings, rev: sql`${space.rev} + 1` }).where(eq(space.id, spaceId));
    await setAreas(ctx, spaceId, areas);
    const { visibility, joining } = settings;
    fact(spaceChanged, { stream: spaceStream(spaceId), spaceId, role: "space_steward", data: { visibility, joining } });
    if (loaded.space.status !== "draft" && JSON.stringify(ownRules(loaded.space.houseRules)) !== JSON.stringify(settings.houseRules)) {
      fact(houseRulesChanged, { stream: spaceStream(spaceId), spaceId, role: "space_steward", data: { rules: settings.houseRules.length + 1 } });
    }
    if (visibility !== loaded.space.visibility) await echoInSpace(ctx, { spaceId, change: "settings", fact });
    return { slug: loaded.space.slug };
  },
});
