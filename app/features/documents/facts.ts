import { defineFact } from "~/platform/facts";

const activity = "http://id.tincanapi.com/activitytype/document";
const created = { verb: "https://w3id.org/xapi/dod-isd/verbs/created", activity };
const updated = { verb: "http://activitystrea.ms/schema/1.0/update", activity };
const document = { kind: "id", label: { nl: "tekst", en: "text" } } as const;
const number = { kind: "count", label: { nl: "nummer van de uitgave", en: "number of the edition" } } as const;
const publication = { kind: "id", label: { nl: "aankondiging", en: "announcement" } } as const;

/** How much was added or taken away, never what. */
export const characterBuckets = ["0", "1-50", "51-200", "201-1000", "1001+"] as const;

export const documentCreated = defineFact({
  name: "document.created",
  version: 1,
  audience: "group",
  label: { nl: "Iemand begon een tekst van de groep", en: "Somebody began a shared text" },
  personalData: "participation",
  xapi: created,
  fields: {},
  entity: "document",
});

export const documentRenamed = defineFact({
  name: "document.renamed",
  version: 1,
  audience: "group",
  label: { nl: "De titel of de licentie van een tekst veranderde", en: "Title or licence of a text changed" },
  personalData: "administration",
  fields: {},
  entity: "document",
});

/** One row for each time that somebody sat down to write, half an hour after they stopped; pushes themselves are no facts. */
export const documentEdited = defineFact({
  name: "document.edited",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand schreef mee aan een tekst", en: "Somebody wrote along in a text" },
  personalData: "participation",
  xapi: updated,
  fields: {
    added: { kind: "code", codes: characterBuckets, label: { nl: "tekens erbij", en: "characters added" } },
    removed: { kind: "code", codes: characterBuckets, label: { nl: "tekens weg", en: "characters removed" } },
    minutes: { kind: "count", label: { nl: "minuten van de eerste tot de laatste wijziging", en: "minutes from first to last change" } },
    coAuthors: { kind: "count", label: { nl: "anderen die in die tijd meeschreven", en: "others who wrote along in that time" } },
  },
});

export const documentOpened = defineFact({
  name: "document.opened",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand las een tekst van de groep", en: "Somebody read a shared text" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/experienced", activity },
  fields: {},
});

export const revisionRestored = defineFact({
  name: "document.revision-restored",
  version: 1,
  audience: "group",
  label: { nl: "Iemand haalde een oude versie van een tekst terug", en: "Somebody restored an old version of a text" },
  personalData: "participation",
  xapi: updated,
  fields: {},
  entity: "document",
});

export const commentPosted = defineFact({
  name: "document.comment-posted",
  version: 1,
  audience: "group",
  label: { nl: "Iemand schreef een opmerking bij een tekst", en: "Somebody commented on a text" },
  personalData: "participation",
  xapi: { verb: "http://adlnet.gov/expapi/verbs/commented", activity },
  fields: { document },
  entity: "document-comment",
});

export const commentRemoved = defineFact({
  name: "document.comment-removed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand verwijderde een eigen opmerking", en: "Somebody removed their comment" },
  personalData: "participation",
  fields: { document },
  entity: "document-comment",
});

/** Follows a decision of moderation or its undoing; the decision itself is a fact of moderation. */
export const documentModerated = defineFact({
  name: "document.moderated",
  version: 1,
  audience: "group",
  label: { nl: "Een tekst werd verborgen of teruggezet", en: "A text was hidden or restored" },
  personalData: "never-exported",
  unsigned: true,
  fields: {},
  entity: "document",
  changesAccess: true,
});

export const commentModerated = defineFact({
  name: "document.comment-moderated",
  version: 1,
  audience: "group",
  label: { nl: "Een opmerking werd verborgen of teruggezet", en: "A comment was hidden or restored" },
  personalData: "never-exported",
  unsigned: true,
  fields: { document },
  entity: "document-comment",
});

/** Everyone who wrote along hears of it: see `writersOf`. */
export const publicationAnnounced = defineFact({
  name: "document.publication-announced",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider kondigde aan dat een tekst openbaar wordt", en: "Staff announced that a text will be public" },
  personalData: "administration",
  fields: { publication },
  entity: "document",
  wakes: true,
});

/** Everyone who wrote along hears of it. */
export const publicationCancelled = defineFact({
  name: "document.publication-cancelled",
  version: 1,
  audience: "group",
  label: { nl: "De aankondiging van een openbare tekst werd ingetrokken", en: "The announcement of a public text was called off" },
  personalData: "administration",
  fields: { publication },
  entity: "document",
  wakes: true,
});

/** Whether a name may stand on it is for the person and the publisher alone. */
export const namingAnswered = defineFact({
  name: "document.naming-answered",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand antwoordde of de naam op een uitgave mag staan", en: "Somebody answered whether their name may stand on an edition" },
  personalData: "never-exported",
  fields: { agreed: { kind: "flag", label: { nl: "naam mag erop", en: "name may stand on it" } } },
});

/** Everyone who wrote along hears of it. */
export const documentPublished = defineFact({
  name: "document.published",
  version: 1,
  audience: "group",
  label: { nl: "Een tekst van de groep werd leermateriaal", en: "A shared text became learning material" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/share", activity },
  fields: { edition: { kind: "id", label: { nl: "uitgave", en: "edition" } }, number },
  entity: "document",
  wakes: true,
});

/** For everyone: what was written for fewer than everyone is not in it. */
export const editionAppeared = defineFact({
  name: "document.edition-appeared",
  version: 1,
  audience: "space",
  label: { nl: "Er is nieuw leermateriaal", en: "There is new learning material" },
  personalData: "administration",
  fields: { number },
});

/** Names on editions, or the edition itself, changed: kept pages are made anew. */
export const editionChanged = defineFact({
  name: "document.edition-changed",
  version: 1,
  audience: "space",
  label: { nl: "Leermateriaal werd ingetrokken, of de namen erop veranderden", en: "Learning material was withdrawn, or the names on it changed" },
  personalData: "never-exported",
  unsigned: true,
  fields: { number },
});

/** Everyone who wrote along hears of it. */
export const editionWithdrawn = defineFact({
  name: "document.edition-withdrawn",
  version: 1,
  audience: "group",
  label: { nl: "Een uitgave werd ingetrokken", en: "An edition was withdrawn" },
  personalData: "administration",
  fields: { edition: { kind: "id", label: { nl: "uitgave", en: "edition" } }, number },
  entity: "document",
  wakes: true,
});

/** Comments of somebody lost their name or went: what is on the screen is loaded again. */
export const wordsOfSomebodyChanged = defineFact({
  name: "document.words-of-somebody-changed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand ging weg van het platform", en: "Somebody left the platform" },
  personalData: "never-exported",
  unsigned: true,
  fields: { removed: { kind: "flag", label: { nl: "de opmerkingen gingen mee", en: "the comments went too" } } },
});
