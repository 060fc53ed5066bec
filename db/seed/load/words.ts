import type { Random } from "./random";

const firstNames = ["An", "Bert", "Chloé", "Dries", "Elif", "Frans", "Greta", "Hassan", "Ine", "Jef", "Karim", "Lien", "Mia", "Nour", "Oskar", "Paula", "Rachid", "Saskia", "Tom", "Ulla", "Vera", "Ward", "Yasmina", "Zeno"];
const subjects = ["De bus", "Mijn buurvrouw", "De bibliotheek", "Onze groep", "De fiets", "Het papier", "De computer", "Iedereen", "De school", "Het dorpshuis", "De gemeente", "Mijn zoon"];
const verbs = ["helpt", "vraagt", "zoekt", "leert", "vindt", "kent", "brengt", "toont", "begrijpt", "probeert"];
const objects = ["een goede manier", "iets nieuws", "een brief", "het antwoord", "een afspraak", "de juiste halte", "een recept", "een vrije stoel", "de weg", "een plan"];
const ends = ["op maandag", "voor de zomer", "met de buren", "zonder haast", "in het dorp", "na het werk", "bij de koffie", "in onze eigen taal", "deze week", "van elkaar"];
const starts = ["Weet iemand", "Ik vroeg me af", "Vorige week zag ik", "Misschien kan dit", "Bij ons", "Dank je wel.", "Goed idee.", "Ik kom ook."];

export function nameOf(random: Random, index: number): string {
  return `${random.pick(firstNames)} ${index + 1} (lading)`;
}

/** A few plain sentences: about as long as what people write. */
export function textOf(random: Random): string {
  const sentences = Array.from({ length: 1 + random.below(5) }, () => `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)} ${random.pick(ends)}.`);
  return random.next() < 0.4 ? `${random.pick(starts)} ${sentences.join(" ")}` : sentences.join(" ");
}

export function titleOf(random: Random, question: boolean): string {
  const what = `${random.pick(verbs)} ${random.pick(objects)} ${random.pick(ends)}`;
  return question ? `Hoe ${what}?` : `${random.pick(subjects)} ${what}`;
}
