import { eq } from "drizzle-orm";
import { municipality, organisation } from "#db/schema/index";
import { mayRunInstallation } from "~/permissions/organisations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { ChangeOrganisationInput, MakeOrganisationInput } from "../input";
import { organisationRecorded } from "./facts";

/**
 * An administrator adds an organisation. Sent twice it is there once.
 * @throws AppError `not_found` for everyone else, `sign_in`, `invalid_input`.
 */
export const makeOrganisation = defineAction({
  name: "organisation.make",
  input: MakeOrganisationInput,
  limit: perPerson(60, "hour"),
  load: async () => undefined,
  allow: mayRunInstallation,
  run: async (ctx, { input, fact }) => {
    await checkMunicipality(ctx, input.nis);
    const made = await ctx.db
      .insert(organisation)
      .values({ ...input, createdAt: ctx.now })
      .onConflictDoNothing({ target: organisation.id })
      .returning({ id: organisation.id });
    if (made.length > 0) fact(organisationRecorded, { organisationId: input.id, object: { kind: "organisation", id: input.id }, data: { what: "made" } });
    return { organisationId: input.id };
  },
});

/**
 * An administrator changes the name or the ways to reach an organisation.
 * @throws AppError `not_found`, `sign_in`, `invalid_input`.
 */
export const changeOrganisation = defineAction({
  name: "organisation.change",
  input: ChangeOrganisationInput,
  limit: perPerson(60, "hour"),
  load: (ctx, input) => existing(ctx, input.id),
  allow: mayRunInstallation,
  run: async (ctx, { input: { id, ...changed }, fact }) => {
    await checkMunicipality(ctx, changed.nis);
    await ctx.db.update(organisation).set(changed).where(eq(organisation.id, id));
    fact(organisationRecorded, { organisationId: id, object: { kind: "organisation", id }, data: { what: "changed" } });
    return { organisationId: id };
  },
});

/** @throws AppError `not_found` */
export async function existing(ctx: Ctx, organisationId: string): Promise<typeof organisation.$inferSelect> {
  const [row] = await ctx.db.select().from(organisation).where(eq(organisation.id, organisationId));
  if (!row) throw new AppError("not_found");
  return row;
}

async function checkMunicipality(ctx: Ctx, nis: string | null): Promise<void> {
  if (nis === null) return;
  const [known] = await ctx.db.select({ nis: municipality.nis }).from(municipality).where(eq(municipality.nis, nis));
  if (!known) throw new AppError("invalid_input", { fields: { nis: "not_valid" } });
}
