import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { region as westhoek } from "./index";

const demo = await westhoek.demonstration();

describe("the Westhoek", () => {
  it("has its eighteen municipalities in three arrondissements", () => {
    expect(westhoek.municipalities).toHaveLength(18);
    expect(new Set(westhoek.municipalities.map(({ area }) => area))).toEqual(new Set(["Diksmuide", "Ieper", "Veurne"]));
    expect(westhoek.municipalities.find(({ name }) => name === "Mesen")?.population.count).toBe(1047);
    expect(westhoek.municipalities.flatMap(({ villages }) => villages).find(({ name }) => name === "Vlamertinge")?.postcode).toBe("8908");
  });

  it("has the plan's eight actions, four themes and four founders", () => {
    expect(westhoek.plan.actions).toHaveLength(8);
    expect(westhoek.themes.map(({ name }) => name.nl)).toEqual(["Rondkomen", "Op weg", "Samen, niet alleen", "Werk dat lukt"]);
    expect(westhoek.plan.founders).toHaveLength(4);
  });

  it("keeps the goals of the plan apart from what was measured", () => {
    const figure = (area: string, year: number) => westhoek.plan.figures.find((one) => one.area === area && one.year === year);
    expect(figure("West-Vlaanderen", 2025)).toMatchObject({ kind: "target", percent: 47, people: 287_964 });
    expect(figure("West-Vlaanderen", 2030)).toMatchObject({ kind: "target", percent: 60, people: 367_613 });
    expect(figure("West-Vlaanderen", 2021)).toMatchObject({ kind: "measured", percent: 26.3 });
    expect(figure("Vlaanderen", 2021)).toMatchObject({ kind: "measured", percent: 20.8 });
  });
});

describe("passwords that lie at hand in the Westhoek", () => {
  it("are among the refused ones: the region, its municipalities and its villages", () => {
    const refused = new Set(readFileSync("app/features/accounts/data/common-passwords.txt", "utf8").split("\n"));
    const names = [westhoek.name, ...westhoek.municipalities.flatMap(({ name, villages }) => [name, ...villages.map((village) => village.name)])];
    const longEnough = names.map((name) => name.toLowerCase().replace(/[^a-z]/g, "")).filter((name) => name.length >= 8);
    expect(longEnough.filter((name) => !refused.has(name))).toEqual([]);
  });
});

describe("the demonstration of the Westhoek", () => {
  it("shows a leerplek for every theme, one of them paused, most run by several organisations", () => {
    expect(demo.spaces.map(({ theme }) => theme).sort()).toEqual(westhoek.themes.map(({ key }) => key).sort());
    expect(demo.spaces.filter(({ status }) => status !== "open")).toHaveLength(1);
    expect(demo.spaces.filter(({ organisations }) => organisations.length > 1).length).toBeGreaterThanOrEqual(3);
  });

  it("shows open and closed groups, a bundle that became an activity, an edition, a failed try-out, a second look and a study", () => {
    expect(new Set(demo.spaces.flatMap(({ groups }) => groups.map(({ visibility }) => visibility)))).toEqual(new Set(["public", "members"]));
    expect(demo.spaces.flatMap(({ bundles }) => bundles).some(({ activity, questions }) => activity !== null && questions.length >= 3)).toBe(true);
    expect(demo.spaces.flatMap(({ documents }) => documents).filter(({ edition }) => edition !== null)).toHaveLength(1);
    expect(demo.spaces.flatMap(({ experiments }) => experiments).map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(["worked", "partly", "failed", null]));
    expect(demo.spaces.flatMap(({ cases }) => cases).some(({ appeal }) => appeal?.decided.outcome === "overturned")).toBe(true);
    expect(demo.spaces.flatMap(({ activities }) => activities).some(({ signUps }) => signUps.some(({ state }) => state === "waiting"))).toBe(true);
    const given = new Set(demo.studies[0]?.consents.filter(({ answer }) => answer === "given").map(({ person }) => person));
    expect(given.size).toBeGreaterThanOrEqual(5);
  });

  it("never lets a real municipality speak", () => {
    const real = new Set(westhoek.municipalities.map(({ name }) => name));
    for (const { name } of demo.organisations) for (const word of real) expect(name).not.toContain(word);
  });

  it("keeps conversations between a few and twenty-five messages, within the limits of the product", () => {
    for (const { messages, kind, title } of demo.spaces.flatMap(({ discussions }) => discussions)) {
      expect(title.length).toBeLessThanOrEqual(150);
      expect(messages.length).toBeLessThanOrEqual(25);
      if (kind === "conversation") expect(messages.length).toBeGreaterThanOrEqual(5);
    }
  });
});
