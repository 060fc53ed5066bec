import { defineFact } from "~/platform/facts";

const document = { kind: "id", label: { nl: "tekst", en: "text" } } as const;

/** Who resolved a thread, or opened it again; shows in the thread. */
export const commentResolved = defineFact({
  name: "document.comment-resolved",
  version: 1,
  audience: "group",
  label: { nl: "Een opmerking werd afgehandeld of opnieuw geopend", en: "A comment was resolved or opened again" },
  personalData: "participation",
  fields: { document, resolved: { kind: "flag", label: { nl: "afgehandeld", en: "resolved" } } },
  entity: "document-comment",
});

export const commentEdited = defineFact({
  name: "document.comment-edited",
  version: 1,
  audience: "group",
  label: { nl: "Iemand paste een eigen opmerking aan", en: "Somebody edited their comment" },
  personalData: "participation",
  fields: { document },
  entity: "document-comment",
});

/** For one person: somebody answered in a thread that you wrote in. */
export const answerForYou = defineFact({
  name: "document.answer-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Iemand antwoordde op jouw opmerking", en: "Somebody answered your comment" },
  personalData: "administration",
  fields: { document },
  wakes: true,
});

/** For one person: somebody named you in a comment. Who is told of it as an answer hears of it once. */
export const mentionForYou = defineFact({
  name: "document.mention-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Iemand noemde jou in een opmerking", en: "Somebody mentioned you in a comment" },
  personalData: "administration",
  fields: { document },
  wakes: true,
});
