import { existsSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { ICON_NAMES } from "~/ui/icons/icon-names";
import { loadRegion, RegionError } from "../load-region";
import { checkDemonstration } from "./check-demonstration";
import type { Demonstration } from "./demonstration";
import type { Region } from "./region";

const folder = new URL(".", import.meta.url);
const regionIds = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/index.ts`, folder)));

describe.each(regionIds)("region %s", (id) => {
  let region: Region;
  let demo: Demonstration;
  beforeAll(async () => {
    region = await loadRegion(id);
    demo = await region.demonstration();
  });

  it("gives every municipality an area, postcodes and villages", () => {
    for (const municipality of region.municipalities) {
      expect(region.areas).toContain(municipality.area);
      expect(municipality.postcodes.length).toBeGreaterThan(0);
      expect(municipality.villages.length).toBeGreaterThan(0);
      for (const postcode of municipality.postcodes) expect(postcode).toMatch(/^\d{4}$/);
      for (const { postcode } of municipality.villages) {
        if (postcode !== null) expect(municipality.postcodes).toContain(postcode);
      }
      for (const postcode of municipality.postcodes) expect(municipality.villages.map((village) => village.postcode)).toContain(postcode);
      expect(municipality.population.count).toBeGreaterThan(0);
    }
    const codes = region.municipalities.map(({ nis }) => nis);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("speaks all three languages", () => {
    expect(region.id).toBe(id);
    for (const language of ["nl", "fr", "en"] as const) {
      expect(region.words[language].inRegion).not.toBe("");
      expect(region.pages[language].about.blocks.length).toBeGreaterThan(0);
      for (const theme of region.themes) expect(theme.name[language] && theme.description[language]).toBeTruthy();
    }
    expect(region.logo.text).toContain(region.logo.emphasis);
  });

  it("shows its themes with icons that are in the sprite, each with an accent of its own", () => {
    for (const { icon } of region.themes) expect(ICON_NAMES).toContain(icon);
    expect(new Set(region.themes.map(({ accent }) => accent)).size).toBe(region.themes.length);
  });

  it("has a plan that adds up", () => {
    const { plan } = region;
    expect(plan.objectives.map(({ number }) => number)).toEqual([1, 2]);
    expect(plan.actions.map(({ number }) => number)).toEqual(plan.actions.map((_, index) => index + 1));
    expect(plan.engagement.linkAction.conditions).toHaveLength(3);
    for (const action of plan.actions) expect(action.what && action.why && action.forWhom.join("") && action.plain).toBeTruthy();
    for (const figure of plan.figures) {
      expect(plan.indicators.map(({ key }) => key)).toContain(figure.indicator);
      expect(figure.source).not.toBe("");
    }
  });

  it("has a demonstration without loose ends", () => {
    expect(checkDemonstration(region, demo)).toEqual([]);
  });

  it("says of everyone and everything invented that it is an example", () => {
    for (const { name } of [...demo.people, ...demo.organisations]) expect(name).toMatch(/\(voorbeeld\)$/);
    for (const { activities, contact } of demo.spaces) {
      expect(contact.name).toContain("(voorbeeld)");
      for (const activity of activities) expect(activity.contact.name).toContain("(voorbeeld)");
      for (const { guest } of activities.flatMap(({ signUps }) => signUps)) if (guest) expect(guest.name).toContain("(voorbeeld)");
    }
  });
});

describe("loadRegion", () => {
  it("says which setting to mend when there is no such region", async () => {
    await expect(loadRegion("atlantis")).rejects.toThrow(RegionError);
    await expect(loadRegion("atlantis")).rejects.toThrow("Set REGION to the name of a folder");
  });
});
