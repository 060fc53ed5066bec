import { defineFact } from "~/platform/facts";

const activity = "http://id.tincanapi.com/activitytype/document";

export const easyBegun = defineFact({
  name: "document.easy-begun",
  version: 1,
  audience: "group",
  label: { nl: "Iemand begon een makkelijk te lezen versie van een tekst", en: "Somebody began an easy-to-read version of a text" },
  personalData: "participation",
  xapi: { verb: "https://w3id.org/xapi/dod-isd/verbs/created", activity },
  fields: { easy: { kind: "id", label: { nl: "makkelijk te lezen versie", en: "easy-to-read version" } } },
});

export const easyAligned = defineFact({
  name: "document.easy-aligned",
  version: 1,
  audience: "group",
  label: { nl: "Iemand legde delen van een makkelijk te lezen versie naast hun bron", en: "Somebody laid parts of an easy-to-read version beside their source" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/update", activity },
  fields: { blocks: { kind: "count", label: { nl: "delen", en: "parts" } } },
});
