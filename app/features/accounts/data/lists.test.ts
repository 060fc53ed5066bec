import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const lines = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8").split("\n").slice(0, -1);

describe("common-passwords.txt", () => {
  const passwords = lines("./common-passwords.txt");
  const rank = new Map(passwords.map((password, index) => [password, index]));

  it("has at least the 10 000 commonest, lower-cased, each once", () => {
    expect(passwords.length).toBeGreaterThanOrEqual(10_000);
    expect(rank.size).toBe(passwords.length);
    for (const password of passwords) expect(password).toBe(password.toLowerCase().trim());
    expect(passwords).not.toContain("");
  });

  it("is sorted by rank", () => {
    expect(passwords.slice(0, 3)).toEqual(["123456", "password", "12345678"]);
    for (const [commoner, rarer] of [["qwerty", "letmein"], ["football", "iloveyou"], ["sunshine", "wachtwoord"]] as const) {
      expect(rank.get(commoner)).toBeLessThan(rank.get(rarer)!);
    }
  });

  it("bites on passwords that the rule on length lets through", () => {
    expect(passwords.filter((password) => password.length >= 8).length).toBeGreaterThanOrEqual(10_000);
  });

  it.each(["wachtwoord", "welkom01", "welkom123", "azertyuiop", "zonnebloem", "leerhoek", "leerplek", "goesting"])("refuses %s", (password) => {
    expect(rank.has(password)).toBe(true);
  });
});

describe("passphrase-words-nl.txt", () => {
  const words = lines("./passphrase-words-nl.txt");

  it("gives 48 bits in four words", () => {
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThanOrEqual(4_096);
    expect(4 * Math.log2(words.length)).toBeGreaterThanOrEqual(48);
  });

  it("holds short words without accents, sorted", () => {
    for (const word of words) expect(word).toMatch(/^[a-z]{4,8}$/);
    expect(words).toEqual([...words].sort());
  });

  it("holds no coarse or hurtful words", () => {
    const coarse = ["kanker", "hoer", "neuken", "lul", "kut", "neger", "flikker", "mongool", "nazi", "moord", "dood", "naakt", "poep", "slet", "tering", "tyfus", "wrak", "wraak", "zelfmoord"];
    expect(words.filter((word) => coarse.includes(word))).toEqual([]);
  });

  it("offers no word beside its plural or diminutive", () => {
    const known = new Set(words);
    expect(words.filter((word) => known.has(`${word}en`) || known.has(`${word}je`) || (known.has(`${word}s`) && word.length > 3))).toEqual([]);
  });
});
