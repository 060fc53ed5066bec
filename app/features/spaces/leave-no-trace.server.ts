import { and, count, eq, gt, isNull, ne, or } from "drizzle-orm";
import { installationRole, organisation, organisationSteward, space, spaceMembership, spaceRole } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart, type Erased } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { admissions, memberErased } from "./facts";
import { holdersOf, holdsNow } from "./queries.server";
import { spaceStream } from "./streams";
import { spaceWords } from "./words";

defineErasure({
  feature: "spaces",
  describe: async (ctx, { personId }) => {
    const t = spaceWords.for(ctx.language);
    const memberships = await ctx.db.select({ n: count() }).from(spaceMembership).where(eq(spaceMembership.personId, personId));
    const roles = await ctx.db.select({ n: count() }).from(spaceRole).where(eq(spaceRole.personId, personId));
    const speaksFor = await ctx.db.select({ n: count() }).from(organisationSteward).where(eq(organisationSteward.personId, personId));
    return [
      { what: t("erase_names"), count: memberships[0]!.n, fate: "goes" },
      { what: t("erase_roles"), count: roles[0]!.n + speaksFor[0]!.n, fate: "goes" },
    ];
  },
  // The rows go with the person's; these facts make screens and kept pages forget the name.
  erase: async (ctx, { personId, fact }) => {
    const memberships = await ctx.db.select().from(spaceMembership).where(eq(spaceMembership.personId, personId)).orderBy(spaceMembership.spaceId);
    for (const { id, spaceId } of memberships) {
      fact(memberErased, { stream: spaceStream(spaceId), spaceId, object: { kind: "member", id }, data: {} });
    }
  },
  objection: async (ctx, person) => ((await isLastSteward(ctx, person)) || (await isLastAdministrator(ctx, person)) ? "last_steward" : null),
});

/** Somebody must stay who answers for a leerplek that is not closed. */
async function isLastSteward(ctx: Ctx, { personId }: Erased): Promise<boolean> {
  const mine = await ctx.db
    .select({ spaceId: spaceRole.spaceId })
    .from(spaceRole)
    .innerJoin(space, eq(space.id, spaceRole.spaceId))
    .where(and(eq(spaceRole.personId, personId), eq(spaceRole.role, "space_steward"), holdsNow(ctx), ne(space.status, "closed")));
  for (const { spaceId } of mine) {
    const others = (await holdersOf(ctx, spaceId)).filter((one) => one.role === "space_steward" && one.personId !== personId);
    if (others.length === 0) return true;
  }
  return false;
}

async function isLastAdministrator(ctx: Ctx, { personId }: Erased): Promise<boolean> {
  const held = and(eq(installationRole.role, "administrator"), or(isNull(installationRole.until), gt(installationRole.until, ctx.now)));
  const administrators = await ctx.db.select({ personId: installationRole.personId }).from(installationRole).where(held);
  return administrators.length === 1 && administrators[0]!.personId === personId;
}

defineDownload({
  feature: "spaces",
  collect: async (ctx, { personId }): Promise<DownloadPart[]> => {
    const t = spaceWords.for(ctx.language);
    const memberships = await ctx.db
      .select({ membership: spaceMembership, space: space.name })
      .from(spaceMembership)
      .innerJoin(space, eq(space.id, spaceMembership.spaceId))
      .where(eq(spaceMembership.personId, personId))
      .orderBy(spaceMembership.joinedAt);
    const roles = await ctx.db
      .select({ role: spaceRole, space: space.name, organisation: organisation.name })
      .from(spaceRole)
      .innerJoin(space, eq(space.id, spaceRole.spaceId))
      .innerJoin(organisation, eq(organisation.id, spaceRole.organisationId))
      .where(eq(spaceRole.personId, personId))
      .orderBy(spaceRole.createdAt);
    const speaksFor = await ctx.db
      .select({ organisation: organisation.name, since: organisationSteward.createdAt })
      .from(organisation)
      .innerJoin(organisationSteward, eq(organisationSteward.organisationId, organisation.id))
      .where(eq(organisationSteward.personId, personId));
    return [
      {
        key: "spaces",
        title: t("download_spaces"),
        rows: memberships.map(({ membership, space: name }) => ({
          space: name,
          shownName: membership.shownName,
          nameForEveryone: membership.nameForEveryone,
          audience: membership.audience,
          admittedHow: membership.admittedHow,
          joinedAt: membership.joinedAt.toISOString(),
          leftAt: membership.leftAt?.toISOString() ?? null,
          leftReason: membership.leftReason,
        })),
        columns: {
          space: t("space"),
          shownName: t("shown_name"),
          nameForEveryone: t("name_for_everyone"),
          audience: t("audience"),
          admittedHow: t("admitted"),
          joinedAt: t("since"),
          leftAt: t("until"),
          leftReason: t("reason"),
        },
        words: {
          ...Object.fromEntries((["burger", "bedrijf", "intermediair", "lokaal_bestuur"] as const).map((one) => [one, t(`audience_${one}`)])),
          ...Object.fromEntries(admissions.map((one) => [one, t(`admitted_${one}`)])),
        },
      },
      {
        key: "roles",
        title: t("download_roles"),
        rows: [
          ...roles.map(({ role, space: name, organisation: itsOrganisation }) => ({
            space: name,
            role: role.role as string,
            function: role.function,
            organisation: itsOrganisation,
            since: role.createdAt.toISOString(),
            until: (role.endedAt ?? role.until)?.toISOString() ?? null,
          })),
          ...speaksFor.map((one) => ({ space: null, role: "organisation_steward", function: null, organisation: one.organisation, since: one.since.toISOString(), until: null })),
        ],
        columns: { space: t("space"), role: t("role"), function: t("function"), organisation: t("organisation"), since: t("since"), until: t("until") },
        words: Object.fromEntries(
          (["space_steward", "facilitator", "moderator", "deputy_moderator", "helper", "organisation_steward"] as const).map((one) => [one, t(`role_${one}`)]),
        ),
      },
    ];
  },
});
