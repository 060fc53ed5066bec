import type { StoredFact } from "~/platform/fact-handlers.server";
import { defineNotice } from "./notice-rules.server";

const toWork = (fact: StoredFact) => `/beheer/studies/${String(fact.data.study)}`;

defineNotice("research.answer-asked", { href: toWork, mail: "always" });
defineNotice("research.release-ready", { href: (fact) => `${toWork(fact)}#leveringen`, mail: "always" });
defineNotice("research.rows-withdrawn", { href: (fact) => `${toWork(fact)}#leveringen`, mail: "always" });
