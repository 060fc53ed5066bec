import { asc, eq } from "drizzle-orm";
import { organisation, organisationSteward, theme } from "#db/schema/index";
import { mayRunSpace } from "~/permissions/spaces";
import { signedIn } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessSpace } from "./access-space.server";
import { fixedHouseRule, ownRules, rulesToStartWith } from "./house-rules";
import { listMunicipalities, type MunicipalityView } from "./list-places.server";
import { personOf } from "./queries.server";
import { areasOf } from "./space-page.server";

export interface SpaceFormChoices {
  themes: { key: string; name: string; planName: string; description: string; sensitive: boolean }[];
  municipalities: MunicipalityView[];
  /** Stands first and cannot be changed. */
  fixedRule: string;
}

export interface SpaceFormValues {
  name: string;
  summary: string;
  themeKey: string;
  areas: string[];
  visibility: "public" | "members";
  joining: "open" | "request" | "invitation";
  houseRules: string[];
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  dataProtectionContact: string;
}

export interface StartFormView extends SpaceFormChoices {
  organisations: { id: string; name: string }[];
  values: SpaceFormValues;
  shownName: string;
}

/** The form to start a leerplek, with a good default for the house rules. @throws AppError `sign_in`, `forbidden` for who speaks for no organisation. */
export async function readStartForm(ctx: Ctx): Promise<StartFormView> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const organisations = await ctx.db
    .select({ id: organisation.id, name: organisation.name, nis: organisation.nis, phone: organisation.phone, email: organisation.email })
    .from(organisation)
    .innerJoin(organisationSteward, eq(organisationSteward.organisationId, organisation.id))
    .where(eq(organisationSteward.personId, ctx.actor.personId))
    .orderBy(asc(organisation.name));
  if (organisations.length === 0) throw new AppError("forbidden");
  const [first] = organisations;
  const me = await personOf(ctx, { personId: ctx.actor.personId });
  return {
    ...(await choices(ctx)),
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    shownName: me?.name ?? "",
    values: {
      name: "",
      summary: "",
      themeKey: "",
      areas: first?.nis ? [first.nis] : [],
      visibility: "public",
      joining: "open",
      houseRules: rulesToStartWith,
      contactName: me?.name ?? "",
      contactPhone: first?.phone ?? "",
      contactEmail: first?.email ?? "",
      dataProtectionContact: first?.email ?? "",
    },
  };
}

export interface SettingsView extends SpaceFormChoices {
  id: string;
  slug: string;
  rev: number;
  /** Once open to members alone it stays so. */
  narrowed: boolean;
  values: SpaceFormValues;
}

/** The form with the settings of a leerplek. @throws AppError `not_found`, `forbidden`, `closed`, `sign_in`. */
export async function readSettings(ctx: Ctx, by: { slug: string }): Promise<SettingsView> {
  const { space: row, relation } = await accessSpace(ctx, by);
  const verdict = mayRunSpace(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const { name, summary, themeKey, visibility, joining, houseRules, contactName, contactPhone, contactEmail, dataProtectionContact } = row;
  return {
    ...(await choices(ctx)),
    id: row.id,
    slug: row.slug,
    rev: row.rev,
    narrowed: row.status !== "draft" && visibility === "members",
    values: {
      name,
      summary,
      themeKey,
      areas: (await areasOf(ctx, row.id)).map((area) => area.nis),
      visibility,
      joining,
      houseRules: ownRules(houseRules),
      contactName,
      contactPhone,
      contactEmail,
      dataProtectionContact,
    },
  };
}

async function choices(ctx: Ctx): Promise<SpaceFormChoices> {
  const themes = await ctx.db.select().from(theme).orderBy(asc(theme.position), asc(theme.name));
  return {
    themes: themes.map(({ key, name, planName, description, sensitive }) => ({ key, name, planName, description, sensitive })),
    municipalities: await listMunicipalities(ctx),
    fixedRule: fixedHouseRule,
  };
}
