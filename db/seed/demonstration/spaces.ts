import { and, eq, isNull } from "drizzle-orm";
import { space as spaceTable, spaceRole } from "#db/schema/index";
import type { DemoSpace } from "#db/seed/regions/demonstration";
import { answerForOrganisation, appointPerson, closeSpace, endRole, inviteOrganisation, openSpace, pauseSpace, startSpace } from "~/features/spaces/index.server";
import { days, hours, minutes, type Stage, type Step } from "./stage";

/** Who prepares a leerplek first: whoever may speak for the organisation that leads it. */
export function starterOf(stage: Stage, space: DemoSpace): string {
  const lead = space.organisations.find((one) => one.lead)!.organisation;
  return speakerFor(stage, lead, space);
}

/** A steward of the leerplek, as the demonstration has it in the end. */
export function stewardOf(space: DemoSpace): string {
  return space.roles.find(({ role }) => role === "space_steward")!.person;
}

/** When a leerplek was first written down; people run it from a week later on. */
export function preparedAt(stage: Stage, space: DemoSpace): Date {
  return days(stage.at(space.opened), -14);
}

/** Starts, shares out, staffs, opens and where told so pauses or closes a leerplek. */
export function spaceSteps(stage: Stage, space: DemoSpace): Step[] {
  const id = stage.id("space", space.key);
  const prepared = preparedAt(stage, space);
  const starter = starterOf(stage, space);
  const steward = stewardOf(space);
  const organisationId = (key: string) => stage.id("organisation", key);
  const lead = space.organisations.find((one) => one.lead)!.organisation;
  const nameAndFunction = (person: string, organisation: string) => ({
    shownName: stage.player(person).name,
    function: space.roles.find((role) => role.person === person && role.organisation === organisation)?.function ?? "contactpersoon",
  });
  const steps: Step[] = [];
  const add = (at: Date, what: string, act: Step["act"]) => void steps.push({ at, what: `${space.key}: ${what}`, act });

  add(prepared, `${starter} starts it`, async () => {
    await startSpace(stage.as(starter), { id, organisationId: organisationId(lead), ...settingsOf(space), ...nameAndFunction(starter, lead) });
    await stage.db.update(spaceTable).set({ slug: space.slug, isExample: true }).where(eq(spaceTable.id, id));
  });
  for (const { organisation, lead: leads } of space.organisations) {
    if (leads) continue;
    const speaker = speakerFor(stage, organisation, space);
    add(days(prepared, 1), `${organisation} is asked`, () => inviteOrganisation(stage.as(starter), { spaceId: id, organisationId: organisationId(organisation) }));
    add(days(prepared, 2), `${organisation} says yes`, () =>
      answerForOrganisation(stage.as(speaker), { answer: "yes", spaceId: id, organisationId: organisationId(organisation), ...nameAndFunction(speaker, organisation) }),
    );
    if (!runs(space, speaker, organisation)) add(days(prepared, 4), `${speaker} leaves the running to others`, () => giveBackStewardship(stage, id, speaker, organisationId(organisation)));
  }
  if (!runs(space, starter, lead)) add(days(prepared, 4), `${starter} hands over`, () => giveBackStewardship(stage, id, starter, organisationId(lead)));
  space.roles.forEach((one, place) => {
    if (one.role === "space_steward") return;
    const until = new Date(stage.today.getTime() + one.untilDay * 86_400_000).toISOString().slice(0, 10);
    add(minutes(days(prepared, 6), place), `${one.person} as ${one.role}`, () =>
      appointPerson(stage.as(steward), {
        spaceId: id,
        role: one.role,
        organisationId: organisationId(one.organisation),
        function: one.function,
        until,
        signInName: stage.player(one.person).signInName,
      }),
    );
  });
  add(stage.at(space.opened), "opens", () => openSpace(stage.as(steward), { spaceId: id }));
  if (space.stopped) {
    const stop = space.status === "paused" ? pauseSpace : closeSpace;
    add(stage.at(space.stopped), space.status, () => stop(stage.as(steward), { spaceId: id }));
  }
  return steps;
}

/** The hours in which something may be written in a leerplek. */
export function openHours(stage: Stage, space: DemoSpace): { from: Date; until: Date } {
  return { from: stage.at(space.opened), until: hours(space.stopped ? stage.at(space.stopped) : stage.today, space.stopped ? 0 : -0.1) };
}

function settingsOf(space: DemoSpace) {
  const { name, summary, theme: themeKey, area: areas, visibility, joining, houseRules, contact } = space;
  return { name, summary, themeKey, areas, visibility, joining, houseRules, contactName: contact.name, contactPhone: contact.phone, contactEmail: contact.email, dataProtectionContact: contact.dataProtection };
}

/** Of several who may speak for an organisation, the one who works along in this leerplek. */
function speakerFor(stage: Stage, organisation: string, space: DemoSpace): string {
  const { stewards } = stage.demo.organisations.find(({ key }) => key === organisation)!;
  return stewards.find((person) => runs(space, person, organisation)) ?? stewards.find((person) => space.roles.some((role) => role.person === person)) ?? stewards[0]!;
}

function runs(space: DemoSpace, person: string, organisation: string): boolean {
  return space.roles.some((role) => role.role === "space_steward" && role.person === person && role.organisation === organisation);
}

/** Who said yes for an organisation runs the leerplek from then on; not everybody wants to keep doing so. */
async function giveBackStewardship(stage: Stage, spaceId: string, person: string, organisationId: string): Promise<void> {
  const { personId } = stage.player(person);
  const [held] = await stage.db
    .select({ id: spaceRole.id })
    .from(spaceRole)
    .where(and(eq(spaceRole.spaceId, spaceId), eq(spaceRole.personId, personId), eq(spaceRole.organisationId, organisationId), eq(spaceRole.role, "space_steward"), isNull(spaceRole.endedAt)));
  await endRole(stage.as(person), { spaceId, roleId: held!.id });
}
