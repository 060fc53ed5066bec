import { and, eq, gt, lte, sql } from "drizzle-orm";
import { replyAddress } from "#db/schema/index";
import { hashSecret, makeKey } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";

/** What stands behind an address to answer to. */
export interface FoundReplyAddress {
  personId: string;
  discussionId: string | null;
  /** Of the e-mail address that the letter went to. */
  addressHash: string;
}

/**
 * Makes an address that belongs to one letter, one person and one conversation (null: none), and that nobody can guess.
 * Inside a transaction. @returns null where answering by mail is not set up.
 */
export async function makeReplyAddress(ctx: Ctx, given: { personId: string; discussionId: string | null; email: string }): Promise<string | null> {
  const domain = ctx.house.env.REPLY_DOMAIN;
  if (!domain) return null;
  const { personId, discussionId, email } = given;
  const token = makeKey();
  const expiresAt = new Date(ctx.now.getTime() + limits.replyAddressKept * 1_000);
  await ctx.db.insert(replyAddress).values({ tokenHash: hashSecret(token), personId, discussionId, addressHash: hashSecret(email.toLowerCase()), expiresAt, createdAt: ctx.now });
  return `antwoord+${token}@${domain}`;
}

/** The address with this secret part, while it is good: not past its time, and its person did not leave the group since. */
export async function findReplyAddress(ctx: Ctx, token: string): Promise<FoundReplyAddress | null> {
  const [row] = await ctx.db
    .select({ personId: replyAddress.personId, discussionId: replyAddress.discussionId, addressHash: replyAddress.addressHash })
    .from(replyAddress)
    .where(
      and(
        eq(replyAddress.tokenHash, hashSecret(token)),
        gt(replyAddress.expiresAt, ctx.now),
        // Who comes back after leaving gets new letters; the old ones stay shut.
        sql`not exists (select 1 from group_membership gm join discussion d on d.group_id = gm.group_id
          where d.id = ${replyAddress.discussionId} and gm.person_id = ${replyAddress.personId} and gm.joined_at > ${replyAddress.createdAt})`,
      ),
    );
  return row ?? null;
}

/** Takes away addresses past their time. For a job of the house. @returns how many. */
export async function forgetReplyAddresses(ctx: Ctx): Promise<number> {
  const gone = await ctx.db.delete(replyAddress).where(lte(replyAddress.expiresAt, ctx.now)).returning({ tokenHash: replyAddress.tokenHash });
  return gone.length;
}
