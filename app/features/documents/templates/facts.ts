import { defineFact } from "~/platform/facts";

export const templateMade = defineFact({
  name: "document.template-made",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider maakte een sjabloon van een tekst", en: "Staff made a template of a shared text" },
  personalData: "administration",
  fields: {},
});

export const templateTakenBack = defineFact({
  name: "document.template-taken-back",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider haalde een sjabloon weg", en: "Staff took a template back" },
  personalData: "administration",
  fields: {},
});
