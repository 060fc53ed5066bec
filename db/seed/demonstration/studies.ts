import { eq } from "drizzle-orm";
import { study as studyTable } from "#db/schema/index";
import type { DemoStudy } from "#db/seed/regions/demonstration";
import { answerForStudy, answerStudy, becomeResearcher, closeStudy, inviteResearcher, openStudy, startStudy, withdrawFromStudy } from "~/features/research/index.server";
import type { Channel, Ctx } from "~/platform/ctx.server";
import { days, earliest, hours, latest, type Stage, type Step } from "./stage";

/** Studies: what was asked, what each organisation and each person answered. */
export function studySteps(stage: Stage): Step[] {
  return stage.demo.studies.flatMap((one) => {
    const id = stage.id("study", one.slug);
    const told = one.answers.map(({ at }) => stage.at(at));
    const started = days(earliest(stage.at(one.periodFrom), ...told), -1);
    const steps: Step[] = [];
    const add = (at: Date, what: string, act: Step["act"]) => void steps.push({ at, what: `study ${one.slug}: ${what}`, act });

    add(started, "starts", async () => {
      await startStudy(stage.as(one.steward), { id, ...settingsOf(stage, one) });
      await stage.db.update(studyTable).set({ slug: one.slug }).where(eq(studyTable.id, id));
    });
    one.researchers.forEach(({ person, institution }, place) =>
      add(hours(started, 2 + place), `${person} does the research`, async () => {
        const { code } = await inviteResearcher(stage.as(one.steward), { id: stage.id("study-invitation", one.slug, person), study: id, institution });
        await becomeResearcher(stage.as(person), { code });
      }),
    );
    for (const { organisation, agrees, reason, by, at } of one.answers) {
      const answer = { study: id, organisation: stage.id("organisation", organisation), answer: agrees ? "yes" : "no", reason };
      add(stage.at(at), `${organisation} answers`, () => answerForStudy(stage.as(by), answer));
    }
    if (one.state === "draft" || one.state === "review") return steps;

    add(hours(latest(started, ...told), 1), "opens", () => openStudy(stage.as(one.steward), { study: id }));
    one.consents.forEach(({ person, answer, coversBefore, channel, at }, place) => {
      const given = { id: stage.id("consent", one.slug, String(place)), study: id };
      const ctx = (): Ctx => ({ ...stage.as(person), channel: channels[channel] });
      add(stage.at(at), `${person}: ${answer}`, () =>
        answer === "withdrawn"
          ? withdrawFromStudy(ctx(), given)
          : answerStudy(ctx(), { ...given, version: 1, answer: answer === "given" ? "yes" : "no", covers: coversBefore ? "before" : "from_today" }),
      );
    });
    if (one.state === "closed") add(hours(stage.today, -12), "closes", () => closeStudy(stage.as(one.steward), { study: id }));
    return steps;
  });
}

/** Somebody helped, or typed over what stood on paper: the log says so. */
const channels: Record<DemoStudy["consents"][number]["channel"], Channel> = { self: "self", assisted: "facilitator", paper: "paper" };

function settingsOf(stage: Stage, one: DemoStudy) {
  const { title, purpose, investigator, institution, legalBasis, ethicsReference, recipients, fields, sheet } = one;
  const day = (moment: DemoStudy["periodFrom"]) => stage.at(moment).toISOString().slice(0, 10);
  return {
    title,
    purpose,
    investigator,
    institution,
    legalBasis,
    ethicsReference,
    recipients,
    fields,
    sheet,
    spaces: one.spaces.map((key) => stage.id("space", key)),
    periodFrom: day(one.periodFrom),
    periodTo: day(one.periodTo),
    retentionEnd: day(one.retentionEnd),
  };
}
