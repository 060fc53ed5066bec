import { count, eq } from "drizzle-orm";
import { group, groupMembership, joinRequest, space, spaceMembership } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import { groupMemberErased } from "./facts";
import { groupStream } from "./group-stream.server";
import { groupWords } from "./words";

defineErasure({
  feature: "groups",
  describe: async (ctx, { personId }) => {
    const t = groupWords.for(ctx.language);
    const memberships = await ctx.db.select({ n: count() }).from(groupMembership).where(eq(groupMembership.personId, personId));
    const requests = await ctx.db.select({ n: count() }).from(joinRequest).where(eq(joinRequest.personId, personId));
    return [
      { what: t("erase_memberships"), count: memberships[0]!.n, fate: "goes" },
      { what: t("erase_requests"), count: requests[0]!.n, fate: "goes" },
    ];
  },
  // The rows go with the person's; these facts make screens and kept pages forget the name.
  erase: async (ctx, { personId, fact }) => {
    const shown = await ctx.db
      .select({ groupId: group.id, spaceId: group.spaceId, membershipId: spaceMembership.id })
      .from(spaceMembership)
      .innerJoin(group, eq(group.spaceId, spaceMembership.spaceId))
      .where(eq(spaceMembership.personId, personId))
      .orderBy(group.id);
    for (const { groupId, spaceId, membershipId } of shown) {
      fact(groupMemberErased, { stream: groupStream(groupId), spaceId, groupId, object: { kind: "member", id: membershipId }, data: {} });
    }
  },
});

defineDownload({
  feature: "groups",
  collect: async (ctx, { personId }): Promise<DownloadPart[]> => {
    const t = groupWords.for(ctx.language);
    const memberships = await ctx.db
      .select({ membership: groupMembership, group: group.name, space: space.name })
      .from(groupMembership)
      .innerJoin(group, eq(group.id, groupMembership.groupId))
      .innerJoin(space, eq(space.id, group.spaceId))
      .where(eq(groupMembership.personId, personId))
      .orderBy(groupMembership.joinedAt);
    const requests = await ctx.db
      .select({ request: joinRequest, group: group.name, space: space.name })
      .from(joinRequest)
      .innerJoin(group, eq(group.id, joinRequest.groupId))
      .innerJoin(space, eq(space.id, group.spaceId))
      .where(eq(joinRequest.personId, personId))
      .orderBy(joinRequest.createdAt);
    return [
      {
        key: "groups",
        title: t("download_groups"),
        rows: memberships.map(({ membership, ...place }) => ({
          ...place,
          mayWrite: membership.mayWrite,
          mayBeTypedFor: membership.mayBeTypedFor,
          admittedHow: membership.admittedHow,
          joinedAt: membership.joinedAt.toISOString(),
          endedAt: membership.endedAt?.toISOString() ?? null,
          endedReason: membership.endedReason,
        })),
        columns: {
          group: t("group"),
          space: t("space"),
          mayWrite: t("may_write"),
          mayBeTypedFor: t("let_type_title"),
          admittedHow: t("admitted"),
          joinedAt: t("since"),
          endedAt: t("until"),
          endedReason: t("reason"),
        },
        words: Object.fromEntries((["open", "approved", "invited", "card", "appointed"] as const).map((one) => [one, t(`admitted_${one}`)])),
      },
      {
        key: "joinRequests",
        title: t("download_requests"),
        rows: requests.map(({ request, ...place }) => ({
          ...place,
          text: request.text,
          state: request.state,
          reason: request.reason,
          askedAt: request.createdAt.toISOString(),
        })),
        columns: { group: t("group"), space: t("space"), text: t("request_text"), state: t("request_state"), reason: t("reason"), askedAt: t("since") },
        words: Object.fromEntries((["open", "accepted", "declined", "withdrawn"] as const).map((one) => [one, t(`request_${one}`)])),
      },
    ];
  },
});
