import fc from "fast-check";
import { expect, it } from "vitest";
import { AppError } from "./codes";
import { parseInput } from "./define-action.server";
import { cleanText, writtenLine, writtenText } from "./written-text";

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as AppError).detail.fields?.["form"];
  }
  return null;
};

it("keeps what people write, with one kind of line break", () => {
  expect(cleanText("Hallo\r\nNoor\rhier \t \u2028x")).toBe("Hallo\nNoor\nhier\nx");
  expect(cleanText("een 👩‍🌾 in Ieper, né ñ ü — «ja»")).toBe("een 👩‍🌾 in Ieper, né ñ ü — «ja»");
  expect(cleanText("e\u0301")).toBe("é");
});

it("takes out what cannot be seen or kept", () => {
  expect(cleanText("a\u0000b\u0007c\u202ed\u2066e\ufefff")).toBe("abcdef");
  expect(cleanText("\n\n a \n\n\n\n\n\nb ")).toBe("a\n\n\nb");
  expect(parseInput(writtenLine(20), "twee\nregels\u0000")).toBe("twee regels");
});

it("refuses half characters, nothing at all and too much, each with its code", () => {
  expect(codeOf(() => parseInput(writtenText(10), "a\ud800b"))).toBe("not_valid");
  expect(codeOf(() => parseInput(writtenText(10), " \u0000\n"))).toBe("required");
  expect(codeOf(() => parseInput(writtenText(10), "x".repeat(11)))).toBe("too_long");
  expect(codeOf(() => parseInput(writtenText(10), 5))).toBe("not_valid");
  expect(parseInput(writtenText(10), "\r\n".repeat(15) + "x".repeat(10))).toBe("x".repeat(10));
});

it("cleans to something that stays the same and that PostgreSQL accepts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(clean).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
