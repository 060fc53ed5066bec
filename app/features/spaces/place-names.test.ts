import { expect, it } from "vitest";
import { findPlace, placeLabel, type Place } from "./place-names";

const places: Place[] = [
  { name: "Zonnedorp", municipality: "Zonnedorp", nis: "10001", postcode: "1001" },
  { name: "Sint-Jan", municipality: "Zonnedorp", nis: "10001", postcode: "1002" },
  { name: "Waterdorp", municipality: "Waterdorp", nis: "10002", postcode: "2001" },
  { name: "Sint-Jan", municipality: "Waterdorp", nis: "10002", postcode: null },
  { name: "Béverhoek", municipality: "Waterdorp", nis: "10002", postcode: "2001" },
  { name: "Wulpen", municipality: "Waterdorp", nis: "10002", postcode: "2001" },
  { name: "Wulpendal", municipality: "Zonnedorp", nis: "10001", postcode: "1001" },
];

it.each([
  ["1001", ["10001"], "1001 Zonnedorp"],
  ["B-2001", ["10002"], "2001 Waterdorp"],
  ["2001 Waterdorp", ["10002"], "2001 Waterdorp"],
  ["  beverhoek ", ["10002"], "Béverhoek"],
  ["BÉVERHOEK", ["10002"], "Béverhoek"],
  ["zonnedorp", ["10001"], "Zonnedorp"],
  ["sint jan (waterdorp)", ["10002"], "Sint-Jan (Waterdorp)"],
  ["Wulpen", ["10002"], "Wulpen"],
  ["bever", ["10002"], "Béverhoek"],
])("finds %s", (typed, nis, label) => {
  expect(findPlace(places, typed)).toEqual({ kind: "found", label, nis });
});

it("asks which one when a name is not enough", () => {
  expect(findPlace(places, "Sint-Jan")).toMatchObject({ kind: "choose", choices: [{ label: "Sint-Jan (Zonnedorp)" }, { label: "Sint-Jan (Waterdorp)" }] });
  expect(findPlace(places, "wulp")).toMatchObject({ kind: "choose", choices: [{ label: "Wulpen (Waterdorp)" }, { label: "Wulpendal (Zonnedorp)" }] });
});

it("finds nothing for what is not a place here", () => {
  for (const typed of ["", "9999", "Parijs", "xx", "'; drop table village"]) expect(findPlace(places, typed)).toEqual({ kind: "none" });
});

it("writes the municipality only where a name could be another place", () => {
  expect(places.map((place) => placeLabel(place, places))).toEqual(["Zonnedorp", "Sint-Jan (Zonnedorp)", "Waterdorp", "Sint-Jan (Waterdorp)", "Béverhoek", "Wulpen", "Wulpendal"]);
});
