import { defineFact } from "~/platform/facts";

/** The number beside "Berichten voor mij" changes: at once on pages with a live connection, on every device of the person. */
export const noticeArrived = defineFact({
  name: "notifications.notice-arrived",
  version: 1,
  audience: "person",
  label: { nl: "Er is een bericht voor jou", en: "There is a message for you" },
  personalData: "never-exported",
  fields: {},
  brings: "notices",
});
