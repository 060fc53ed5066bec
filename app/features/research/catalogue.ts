import { factTypes, type FactField, type FactType } from "~/platform/facts";

/** A field that a study may ask for: of every row, or of one type of fact. */
export interface CatalogueField {
  /** As a study names it: `role`, or `discussion.message-posted:replyTo`. */
  key: string;
  /** Column of `events.csv` that it fills. */
  column: string;
  kind: "id" | "code" | "count" | "flag" | "week";
  codes?: readonly string[];
  label: { nl: string; en: string };
  /** The type of fact it belongs to; null: of every row. */
  type: string | null;
}

const everyRow: CatalogueField[] = [
  { key: "type", column: "type", kind: "code", label: { nl: "wat er gebeurde", en: "what happened" }, type: null },
  { key: "occurred_at", column: "week", kind: "week", label: { nl: "in welke week (ISO, UTC)", en: "in which week (ISO, UTC)" }, type: null },
  {
    key: "role",
    column: "role",
    kind: "code",
    codes: ["resident", "helper", "facilitator", "deputy_moderator", "moderator", "space_steward"],
    label: { nl: "taak in de leerplek, toen", en: "role in the space, at that time" },
    type: null,
  },
  { key: "audience", column: "audience", kind: "code", codes: ["burger", "bedrijf", "intermediair", "lokaal_bestuur"], label: { nl: "doelgroep", en: "audience" }, type: null },
  { key: "area", column: "area", kind: "code", label: { nl: "gebied van de trekker van de leerplek", en: "area of the space's lead organisation" }, type: null },
  { key: "theme", column: "theme", kind: "code", label: { nl: "thema van de leerplek", en: "theme of the space" }, type: null },
  { key: "space", column: "space", kind: "id", label: { nl: "leerplek (pseudoniem)", en: "space (pseudonym)" }, type: null },
  { key: "group", column: "group", kind: "id", label: { nl: "groep (pseudoniem)", en: "group (pseudonym)" }, type: null },
  { key: "object", column: "object", kind: "id", label: { nl: "waarmee het gebeurde (pseudoniem)", en: "what it happened to (pseudonym)" }, type: null },
  { key: "object_kind", column: "object_kind", kind: "code", label: { nl: "soort ding waarmee het gebeurde", en: "kind of thing it happened to" }, type: null },
  { key: "mode", column: "mode", kind: "code", codes: ["online", "on-site", "hybrid"], label: { nl: "online of ter plaatse", en: "online or on site" }, type: null },
  { key: "channel", column: "channel", kind: "code", codes: ["self", "facilitator", "kiosk", "paper", "import"], label: { nl: "zelf, of door iemand anders ingegeven", en: "entered by oneself or by somebody else" }, type: null },
];

/** Types of fact whose rows a study may hold, by name: those about taking part in a space. What happens to an account belongs to none. */
export function exportableTypes(): FactType[] {
  return [...factTypes().values()]
    .filter((type) => type.personalData === "participation" && !type.name.startsWith("accounts."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Everything a study can ask for, as the fact declarations say it: never a text, a name or a title. */
export function catalogue(): CatalogueField[] {
  const ofTypes = exportableTypes().flatMap((type) =>
    Object.entries(type.fields).map(([name, field]: [string, FactField]) => ({
      key: `${type.name}:${name}`,
      column: columnOf(name),
      kind: field.kind,
      ...(field.codes ? { codes: field.codes } : {}),
      label: field.label,
      type: type.name,
    })),
  );
  return [...everyRow, ...ofTypes];
}

/** The fields that a study ticked, in the catalogue's order; what no longer exists is left out. */
export function tickedFields(keys: readonly string[]): CatalogueField[] {
  const wanted = new Set(keys);
  return catalogue().filter((field) => wanted.has(field.key));
}

/** `replyTo` → `data_reply_to`: never the name of a column of every row. */
function columnOf(field: string): string {
  return `data_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}
