import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsProvider } from "~/platform/define-words";
import { languages } from "~/platform/language";
import type { ReactNode } from "react";
import { MyStudiesScreen } from "./my-studies-screen";
import type { MyStudiesView, StudyFormView, StudyView, StudyWorkView } from "./read-studies.server";
import { ResearcherInvitationScreen } from "./researcher-invitation-screen";
import { StudiesScreen } from "./studies-screen";
import { StudyDeskScreen } from "./study-desk-screen";
import { StudyFormScreen } from "./study-form-screen";
import { StudyScreen } from "./study-screen";
import { StudyWorkScreen } from "./study-work-screen";
import nl from "./messages/nl.json";

const line = { id: "s1", slug: "meedoen", title: "Meedoen", purpose: "Waarom mensen meedoen.", institution: "Hogeschool", state: "open" as const };
const label = { nl: "wat er gebeurde", en: "what happened" };
const mine = { answer: "given" as const, coversBefore: false, receipt: "A1B2-C3D4", at: "2025-11-20T10:00:00.000Z", current: true };
const study: StudyView = {
  ...line,
  investigator: "Lotte",
  legalBasis: "Toestemming",
  ethicsReference: "EC-1",
  recipients: "Lotte",
  sheet: "Dag. Ik ben Lotte.",
  sheetVersion: 1,
  periodFrom: "2025-01-01T00:00:00.000Z",
  periodTo: "2026-01-01T00:00:00.000Z",
  retentionEnd: "2028-01-01T00:00:00.000Z",
  fields: [{ key: "type", label, type: null }, { key: "discussion.started:x", label, type: "discussion.started" }],
  types: [{ name: "discussion.started", label }],
  spaces: [{ id: "a", slug: "op-weg", name: "Op weg" }],
  mine: null,
  worksOn: true,
  may: { answer: true, withdraw: "already_done" },
};
const release = { id: "r1", number: 1, state: "ready" as const, progress: 100, refusedCode: null, sha256: "ab", bytes: 9, participants: 6, events: 9, suppressed: { rows_left_out: 2 }, dead: false, at: "2025-11-20T10:00:00.000Z" };
const work: StudyWorkView = {
  ...line,
  rev: 1,
  sheetVersion: 1,
  retentionEnd: study.retentionEnd,
  spaces: [{ id: "a", slug: "op-weg", name: "Op weg", standing: "waiting", organisations: [{ id: "o", name: "Gemeente", agrees: null, reason: "", mine: true }] }],
  releases: [release, { ...release, id: "r2", state: "running", progress: 40 }, { ...release, id: "r3", dead: true }, { ...release, id: "r4", state: "refused", refusedCode: "too_few_participants" }],
  may: { guard: true, change: true, open: true, close: true, destroyKey: true, askRelease: true },
};
const form: StudyFormView = { catalogue: study.fields, types: study.types, spaces: [{ id: "a", name: "Op weg" }], now: null };
const myStudies: MyStudiesView = { asked: true, studies: [{ ...line, mine, releases: [{ number: 1, rows: 3, at: null }], may: { answer: true, withdraw: true } }] };

const screens: Record<string, ReactNode> = {
  studies: <StudiesScreen studies={[line]} signedIn />,
  none: <StudiesScreen studies={[]} signedIn={false} />,
  study: <StudyScreen study={study} id="i" flash={null} />,
  answered: <StudyScreen study={{ ...study, mine, may: { answer: true, withdraw: true } }} id="i" flash="answered" />,
  outdated: <StudyScreen study={{ ...study, mine: { ...mine, current: false } }} id="i" flash={null} />,
  young: <StudyScreen study={{ ...study, may: { answer: "too_young", withdraw: "already_done" } }} id="i" flash={null} />,
  anonymous: <StudyScreen study={{ ...study, may: { answer: "sign_in", withdraw: "sign_in" } }} id="i" flash={null} />,
  stranger: <StudyScreen study={{ ...study, may: { answer: "join_space", withdraw: "already_done" } }} id="i" flash={null} />,
  mine: <MyStudiesScreen view={myStudies} ids={["i"]} flash="withdrawn" />,
  nothing: <MyStudiesScreen view={{ asked: false, studies: [] }} ids={[]} flash={null} />,
  desk: <StudyDeskScreen lines={[{ ...line, waits: true }]} mayStart />,
  work: <StudyWorkScreen study={work} id="i" done invitation="http://127.0.0.1/studies/uitnodiging/x" />,
  draft: <StudyWorkScreen study={{ ...work, state: "draft" }} id="i" done={false} refusal={{ code: "stale", fields: {}, values: {} }} />,
  form: <StudyFormScreen form={form} id="i" refusal={{ code: "invalid_input", fields: { title: "required", fields: "required" }, values: { purpose: "Waarom", fields: "type" } }} />,
  invitation: <ResearcherInvitationScreen invitation={{ title: "Meedoen", purpose: "Waarom", institution: "Hogeschool", retentionEnd: study.retentionEnd, may: true }} action="/x" />,
};
const draw = (screen: ReactNode, language: (typeof languages)[number] = "nl") => renderToStaticMarkup(<WordsProvider language={language}>{screen}</WordsProvider>);

test("every screen has one title and words for everything, in each language", () => {
  const keys = Object.keys(nl).filter((key) => key.includes("_"));
  for (const language of languages) {
    for (const [name, screen] of Object.entries(screens)) {
      const html = draw(screen, language);
      expect([name, html.match(/<h1/g)?.length]).toEqual([name, 1]);
      expect([name, language, keys.filter((key) => html.includes(`>${key}<`)), html.includes("{{")]).toEqual([name, language, [], false]);
    }
  }
});

test("yes and no are two buttons of the same look, and nothing is chosen for anybody", () => {
  const html = draw(screens.study);
  const buttons = [...html.matchAll(/<button[^>]*class="([^"]*)"[^>]*name="answer"[^>]*value="(yes|no)"/g)];
  expect(buttons.map((one) => one[2])).toEqual(["yes", "no"]);
  expect(buttons[0]![1]).toBe(buttons[1]![1]);
  expect(html).toContain("Ja, dat mag");
  expect(html).toContain("Nee, liever niet");
});

test("who is under 16, has no account or takes part in no space is asked nothing", () => {
  for (const name of ["young", "anonymous", "stranger"]) expect(draw(screens[name])).not.toContain('name="answer"');
});

test("a file that may not be fetched has no link; what was refused says why", () => {
  const html = draw(screens.work);
  expect([...html.matchAll(/levering\/(r\d)/g)].map((one) => one[1])).toEqual(["r1"]);
  expect(html).toContain("minder dan vijf deelnemers");
  expect(html).toContain("40 %");
});
