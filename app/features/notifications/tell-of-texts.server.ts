import { writersOf } from "~/features/documents/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import { defineNotice } from "./notice-rules.server";

/** Everyone who wrote along on the text. */
const writers = (ctx: Ctx, fact: StoredFact) => writersOf(ctx, fact.objectId!);
/** The text itself asks everyone who wrote along about their name; the page for making it public is for who runs the group. */
const toText = (fact: StoredFact) => `/teksten/${fact.objectId}`;

defineNotice("document.publication-announced", { to: writers, href: toText, mail: "always" });
defineNotice("document.publication-cancelled", { to: writers, href: toText, mail: false });
defineNotice("document.published", { to: writers, href: toText, mail: "as-chosen" });
defineNotice("document.edition-withdrawn", { to: writers, href: toText, mail: "as-chosen" });
