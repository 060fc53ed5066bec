import { and, eq, gt, isNull, lte, ne, or } from "drizzle-orm";
import { installationRole } from "#db/schema/index";
import { endSessions } from "~/features/accounts/index.server";
import { mayAppointForInstallation, mayEndInstallationRole } from "~/permissions/organisations";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { EndInstallationRoleInput, GiveInstallationRoleInput } from "../input";
import { personBySignInName, personOf } from "../queries.server";
import { installationRoleChanged } from "./facts";

/**
 * An administrator gives a role over the whole installation: coordinator, data steward, duty desk, administrator.
 * @throws AppError `not_yourself`, `already_done`, `not_found` for everyone else, `sign_in`, `invalid_input` for a sign-in name nobody has.
 */
export const giveInstallationRole = defineAction({
  name: "installation.give-role",
  input: GiveInstallationRoleInput,
  limit: perPerson(30, "hour"),
  load: async (ctx, input) => {
    const person = await personBySignInName(ctx, input.signInName);
    return { person, self: person?.personId === ctx.actor.personId };
  },
  allow: mayAppointForInstallation,
  run: async (ctx, { input: { role }, loaded: { person }, fact }) => {
    if (!person) throw new AppError("invalid_input", { fields: { signInName: "not_valid" } });
    const given = await ctx.db
      .insert(installationRole)
      .values({ personId: person.personId, role, createdAt: ctx.now })
      .onConflictDoUpdate({ target: [installationRole.personId, installationRole.role], set: { until: null }, setWhere: lte(installationRole.until, ctx.now) })
      .returning({ role: installationRole.role });
    if (given.length === 0) throw new AppError("already_done");
    fact(installationRoleChanged, { stream: streamId("person", person.actorId), data: { role, given: true } });
    await endSessions(ctx, fact, { personId: person.personId, reason: "role" });
    return null;
  },
});

/**
 * An administrator takes such a role away, at once: the person's sessions end, for they carry it.
 * @throws AppError `last_steward` for the last administrator, `already_done`, `not_found`, `sign_in`.
 */
export const endInstallationRole = defineAction({
  name: "installation.end-role",
  input: EndInstallationRoleInput,
  limit: perPerson(30, "hour"),
  load: async (ctx, input) => {
    const person = await personOf(ctx, { actorId: input.actorId });
    if (!person) throw new AppError("not_found");
    const others = await ctx.db
      .select({ personId: installationRole.personId })
      .from(installationRole)
      .where(and(eq(installationRole.role, input.role), ne(installationRole.personId, person.personId), or(isNull(installationRole.until), gt(installationRole.until, ctx.now))))
      .for("update");
    return { person, role: input.role, others: others.length };
  },
  allow: mayEndInstallationRole,
  run: async (ctx, { input: { role }, loaded: { person }, fact }) => {
    const ended = await ctx.db
      .delete(installationRole)
      .where(and(eq(installationRole.personId, person.personId), eq(installationRole.role, role)))
      .returning({ role: installationRole.role });
    if (ended.length === 0) throw new AppError("already_done");
    fact(installationRoleChanged, { stream: streamId("person", person.actorId), data: { role, given: false } });
    await endSessions(ctx, fact, { personId: person.personId, reason: "role" });
    return null;
  },
});
