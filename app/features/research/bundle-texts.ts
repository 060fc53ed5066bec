import { languages } from "~/platform/language";
import { exportableTypes, type CatalogueField } from "./catalogue";
import { csvRow } from "./csv";
import { researchWords } from "./words";

/** A column of a table in the bundle. */
export interface Column {
  name: string;
  type: "string" | "integer" | "boolean";
  label: { nl: string; en: string };
  required?: boolean;
  codes?: readonly string[];
}

/** A file of the bundle, as it was written. */
export interface WrittenFile {
  path: string;
  bytes: number;
  sha256: string;
}

const person: Column = { name: "person", type: "string", label: { nl: "deelnemer (pseudoniem van deze studie)", en: "participant (pseudonym of this study)" }, required: true };
const dataType = { id: "string", code: "string", week: "string", count: "integer", flag: "boolean" } as const;

/** Columns of `events.csv`, as the ticked fields say; one column may serve several types of fact. */
export function eventColumns(fields: CatalogueField[]): Column[] {
  const columns = new Map<string, Column>();
  for (const field of fields) {
    const known = columns.get(field.column);
    const type = dataType[field.kind];
    if (!known) columns.set(field.column, { name: field.column, type, label: field.label });
    else columns.set(field.column, { ...known, type: known.type === type ? type : "string" });
  }
  return [person, ...columns.values()];
}

export const participantColumns: Column[] = [person, { name: "events", type: "integer", label: { nl: "aantal rijen in events.csv", en: "number of rows in events.csv" }, required: true }];
export const withdrawnColumns: Column[] = [person, { name: "last_release", type: "integer", label: { nl: "laatste levering met rijen van deze deelnemer", en: "last release with rows of this participant" }, required: true }];
const codebookColumns: Column[] = [
  { name: "what", type: "string", label: { nl: "een veld of een soort gebeurtenis", en: "a field or a type of event" }, required: true, codes: ["field", "type"] },
  { name: "name", type: "string", label: { nl: "kolom, of naam van de soort", en: "column, or name of the type" }, required: true },
  { name: "of_type", type: "string", label: { nl: "bij welke soort het veld hoort", en: "type that the field belongs to" } },
  { name: "kind", type: "string", label: { nl: "wat erin staat", en: "what it holds" } },
  { name: "codes", type: "string", label: { nl: "mogelijke waarden", en: "possible values" } },
  { name: "version", type: "integer", label: { nl: "versie van de soort", en: "version of the type" } },
  { name: "label_nl", type: "string", label: { nl: "betekenis (nl)", en: "meaning (nl)" }, required: true },
  { name: "label_en", type: "string", label: { nl: "betekenis (en)", en: "meaning (en)" }, required: true },
  { name: "xapi_verb", type: "string", label: { nl: "werkwoord van xAPI", en: "xAPI verb" } },
  { name: "xapi_activity", type: "string", label: { nl: "soort activiteit van xAPI", en: "xAPI activity type" } },
];

/** `codebook.csv`: every field that the study asked for and every type of event, from the fact declarations themselves. */
export function codebook(fields: CatalogueField[]): string {
  const header = csvRow(codebookColumns.map((column) => column.name));
  const ofFields = fields.map((field) => csvRow(["field", field.column, field.type, field.kind, field.codes?.join(" "), null, field.label.nl, field.label.en, null, null]));
  const ofTypes = exportableTypes().map((type) => csvRow(["type", type.name, null, null, null, type.version, type.label.nl, type.label.en, type.xapi?.verb, type.xapi?.activity]));
  return [header, ...ofFields, ...ofTypes].join("");
}

/** `datapackage.json` by Data Package v2: each table with its columns, size and checksum. */
export function dataPackage(given: { name: string; fields: CatalogueField[]; files: WrittenFile[]; snapshotFactId: number }): string {
  const file = (path: string) => given.files.find((one) => one.path === path)!;
  const ofPerson = { fields: "person", reference: { resource: "participants", fields: "person" } };
  return `${JSON.stringify(
    {
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: given.name,
      version: `1.0.0+snapshot.${given.snapshotFactId}`,
      keywords: ["participation", "pseudonymous"],
      resources: [
        table("participants", file("data/participants.csv"), participantColumns, { primaryKey: ["person"] }),
        table("events", file("data/events.csv"), eventColumns(given.fields), { foreignKeys: [ofPerson] }),
        table("withdrawn", file("withdrawn.csv"), withdrawnColumns, { primaryKey: ["person"] }),
        table("codebook", file("codebook.csv"), codebookColumns, {}),
      ],
    },
    null,
    2,
  )}\n`;
}

function table(name: string, { path, bytes, sha256 }: WrittenFile, columns: Column[], keys: Record<string, unknown>) {
  return {
    name,
    path,
    type: "table",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ",", quoteChar: '"', doubleQuote: true, lineTerminator: "\r\n", header: true },
    schema: {
      fields: columns.map(({ name: column, type, label, required, codes }) => ({
        name: column,
        type,
        title: label.en,
        description: label.nl,
        ...(required || codes ? { constraints: { ...(required ? { required } : {}), ...(codes ? { enum: codes } : {}) } } : {}),
      })),
      missingValues: [""],
      ...keys,
    },
  };
}

/** README in Dutch and English: what it is, which guards are there, which not yet. */
export function readme(values: { study: string; snapshot: number; participants: number; events: number; least: number }): string {
  return languages
    .filter((language) => language !== "fr")
    .map((language) => researchWords.for(language)("bundle_readme", values))
    .join("\n\n---\n\n");
}
