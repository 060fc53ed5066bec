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

it("takes out signs that turn the reading around, hide letters or pile up", () => {
  expect(cleanText("a\u200eb\u200fc\u061cd\u2069e")).toBe("abcde");
  expect(cleanText("wacht\u200bwoord\u00ad, \u3164")).toBe("wachtwoord,");
  expect(cleanText("geheim\u{e0041}\u{e0042}\u{e007f}")).toBe("geheim");
  expect(cleanText(`z${"\u0335\u0301\u0489".repeat(40)}algo`)).toMatch(/^ź\p{M}{1,3}algo$/u);
  expect(parseInput(writtenLine(20), "\u200d\u200d Jan \u200c")).toBe("Jan");
  expect(codeOf(() => parseInput(writtenLine(20), "\u200d\u3164\ufe0f"))).toBe("required");
});

it("keeps emoji of several signs and the marks of other scripts", () => {
  const whole = ["👩‍👩‍👧‍👦", "👩🏽‍🌾", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇧🇪", "🏳️‍🌈"];
  for (const emoji of whole) expect(cleanText(`a ${emoji} b`)).toBe(`a ${emoji} b`);
  for (const words of ["می‌خواهم", "שָׁלוֹם", "नमस्ते", "ខ្មែរ", "Việt Nam", "สวัสดีที่"]) expect(cleanText(words)).toBe(words.normalize("NFC"));
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
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: fc.constantFrom("a", " ", "\n", "\u0301", "\u200d", "\u200c", "\ufe0f", "\u200b", "\u202e", "👩", "\u{e0041}", "\r"), maxLength: 60 })), (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(clean).not.toMatch(/[\0\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      expect(clean).not.toMatch(/\p{M}{4}/u);
    }),
  );
});
