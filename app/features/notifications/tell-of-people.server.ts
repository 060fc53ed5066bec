import { membersOf } from "~/features/groups/index.server";
import { holdersOf, membersOfSpace, slugOfSpace, speakersFor } from "~/features/spaces/index.server";
import type { SpaceRole } from "~/permissions/relations";
import type { Ctx } from "~/platform/ctx.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import { defineNotice } from "./notice-rules.server";

const idIn = (fact: StoredFact, key: string) => fact.data[key] as string;
/** The pages of a leerplek stand under its name. */
const inSpace = (rest: string) => async (fact: StoredFact, ctx: Ctx) => `/leerplekken/${await slugOfSpace(ctx, fact.spaceId!)}${rest}`;
const toManage = inSpace("/beheer");
const toGroup = (fact: StoredFact) => `/groepen/${fact.groupId}`;

/** Actors who hold one of these roles in the fact's space. */
const holding = (...roles: SpaceRole[]) => async (ctx: Ctx, fact: StoredFact) =>
  (await holdersOf(ctx, fact.spaceId!)).filter((held) => roles.includes(held.role)).map((held) => held.actorId);

// Accounts.
defineNotice("accounts.password-changed", { href: () => "/ik/toestellen", mail: false });
defineNotice("accounts.paper-code-given", { href: () => "/ik/toestellen", mail: "always" });

// Leerplekken: those who run one hear of its partners and its state.
const stewards = holding("space_steward");
defineNotice("space.status-changed", { to: holding("space_steward", "facilitator", "moderator", "deputy_moderator"), href: toManage, mail: "always" });
defineNotice("space.organisation-invited", { to: (ctx, fact) => speakersFor(ctx, idIn(fact, "organisation")), href: () => "/beheer", mail: "always" });
defineNotice("space.organisation-answered", { to: stewards, href: toManage, mail: "always" });
defineNotice("space.organisation-left", { to: stewards, href: toManage, mail: "always" });
defineNotice("space.role-given-to-you", { href: () => "/beheer", mail: "always" });
defineNotice("space.your-role-ended", { href: () => "/beheer", mail: "always" });
defineNotice("space.you-were-removed", { href: () => "/hulp", mail: "always" });
defineNotice("organisation.stewardship", { href: () => "/beheer", mail: "always" });
defineNotice("installation.role-changed", { href: () => "/beheer", mail: "always" });

defineNotice("space.house-rules-changed", { to: (ctx, fact) => membersOfSpace(ctx, fact.spaceId!), href: inSpace(""), mail: "as-chosen" });

// Groups.
defineNotice("group.archived", { to: (ctx, fact) => membersOf(ctx, fact.groupId!), href: toGroup, mail: false });
defineNotice("group.you-were-removed", { href: () => "/hulp", mail: "always" });
defineNotice("group.join-requested", { to: holding("space_steward", "facilitator"), href: inSpace("/beheer/vragen"), mail: "always" });
defineNotice("group.join-decided", { href: toGroup, mail: "always" });
