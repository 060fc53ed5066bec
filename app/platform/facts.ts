import type { StreamKind } from "./streams";

/** Who hears of a fact. `log-only` facts have no stream and are never published. */
export type Audience = StreamKind | "log-only";

/** What a field holds: an id, a code from a closed list, a count, a yes or no. Never text somebody wrote. */
export type FieldKind = "id" | "code" | "count" | "flag";
type FieldValue = { id: string; code: string; count: number; flag: boolean };

export interface FactField {
  kind: FieldKind;
  /** The closed list of a `code`. */
  codes?: readonly string[];
  label: { nl: string; en: string };
}

export interface FactType<F extends Record<string, FactField> = Record<string, FactField>> {
  /** `<feature>.<what-happened>`, past tense. */
  name: string;
  version: number;
  audience: Audience;
  label: { nl: string; en: string };
  /** Whether the row, in an export, is about the actor (exported under consent), about how the house is run, or never leaves. */
  personalData: "participation" | "administration" | "never-exported";
  /** xAPI verb and activity type, where the field has one. */
  xapi?: { verb: string; activity: string };
  fields: F;
  /** Kind of entity the fact's object is; its current state travels with the fact. */
  entity?: string;
  /** Somebody acts upon it after the commit (a notice, a letter): at once, or `later`, with others of its kind in the next round. */
  wakes?: boolean | "later";
  /** What it brings to open pages: words to read, offered where there is no live connection, or another number of notices, shown where there is one. */
  brings?: "words" | "notices";
  /** Rights may have changed: everyone who follows the stream is judged again. */
  changesAccess?: boolean;
  /** Who did it is not written down: those who report something stay unknown to everyone who reads the stream. */
  unsigned?: boolean;
}

export type FactData<F extends Record<string, FactField>> = { [K in keyof F]: FieldValue[F[K]["kind"]] | null };

const declared = new Map<string, FactType>();

/** Declares a fact type, once for the whole product: live updates, logs, codebook and export follow from it. */
export function defineFact<const F extends Record<string, FactField>>(type: FactType<F>): FactType<F> {
  // A development reload runs the same declaration again; two different files with one name would be a defect.
  declared.set(type.name, type as unknown as FactType);
  return type;
}

/** All declared types, by name. */
export function factTypes(): ReadonlyMap<string, FactType> {
  return declared;
}
