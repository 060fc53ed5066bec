import { eq } from "drizzle-orm";
import { actor, installationRole, organisation, person } from "#db/schema/index";
import type { DemoPerson } from "#db/seed/regions/demonstration";
import { appointSteward, giveInstallationRole, makeOrganisation } from "~/features/spaces/index.server";
import { days, declaredFact, earliest, minutes, type Stage, type Step } from "./stage";

/** When the organisations and their people were written down: before the first leerplek was prepared. */
function foundation(stage: Stage): Date {
  return days(earliest(...stage.demo.spaces.map((space) => stage.at(space.opened))), -30);
}

/**
 * Accounts, organisations, who may speak for them, and roles over the installation.
 * @param passwordHash the one password of everybody who is invented
 * @param firstSeen when each person first takes part somewhere
 */
export function peopleSteps(stage: Stage, passwordHash: string, firstSeen: ReadonlyMap<string, Date>): Step[] {
  const { demo } = stage;
  const founded = foundation(stage);
  const admin = demo.people.find((one) => one.installationRoles.includes("administrator"));
  if (!admin) throw new Error("the demonstration has no administrator, so nobody adds its organisations");
  const staff = new Set([...demo.organisations.flatMap(({ stewards }) => stewards), ...demo.spaces.flatMap(({ roles }) => roles.map((role) => role.person))]);
  const steps: Step[] = [];
  const add = (at: Date, what: string, act: Step["act"]) => void steps.push({ at, what, act });

  for (const one of demo.people) {
    const early = one.installationRoles.length > 0 || staff.has(one.key);
    const seen = firstSeen.get(one.key);
    const at = early || !seen ? founded : minutes(seen, -20);
    add(at, `the account of ${one.key}`, () => makeAccount(stage, one, passwordHash));
  }
  add(minutes(founded, 5), "the first administrator", () =>
    stage.db.insert(installationRole).values(admin.installationRoles.map((role) => ({ personId: stage.player(admin.key).personId, role, createdAt: minutes(founded, 5) }))),
  );
  for (const one of demo.people) {
    if (one === admin) continue;
    for (const role of one.installationRoles) {
      add(minutes(founded, 10), `${one.key} as ${role}`, () => giveInstallationRole(stage.as(admin.key), { role, signInName: stage.player(one.key).signInName }));
    }
  }
  for (const one of demo.organisations) {
    const id = stage.id("organisation", one.key);
    add(minutes(founded, 15), `organisation ${one.key}`, async () => {
      await makeOrganisation(stage.as(admin.key), { id, name: one.name, kind: one.kind, nis: one.nis ?? "", phone: one.phone ?? "", email: one.email ?? "" });
      await stage.db.update(organisation).set({ isExample: true }).where(eq(organisation.id, id));
    });
    for (const steward of one.stewards) {
      add(minutes(founded, 20), `${steward} speaks for ${one.key}`, () => appointSteward(stage.as(admin.key), { organisationId: id, signInName: stage.player(steward).signInName }));
    }
  }
  return steps;
}

/** The account and the fact that making one writes; the action itself would hash one password per person. */
async function makeAccount(stage: Stage, one: DemoPerson, passwordHash: string): Promise<void> {
  const { personId, actorId, signInName } = stage.player(one.key);
  const ctx = stage.as(one.key);
  await stage.db.insert(person).values({
    id: personId,
    signInName,
    passwordHash,
    name: one.name,
    email: one.email,
    emailConfirmedAt: one.email ? ctx.now : null,
    ageGroup: one.ageGroup,
    isExample: true,
    createdAt: ctx.now,
  });
  await stage.db.insert(actor).values({ id: actorId, personId });
  await stage.write(ctx, async (_ctx, fact) => fact(declaredFact("accounts.account-made"), { data: { device: "own" } }));
}
