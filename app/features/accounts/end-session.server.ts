import { and, eq } from "drizzle-orm";
import { session } from "#db/schema/index";
import { mayChangeOwnAccount } from "~/permissions/accounts";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { streamId } from "~/platform/streams";
import { sessionsEnded } from "./facts";
import { EndSessionInput } from "./input";

/**
 * Signs out one of one's own devices, named by the id that `listSessions` gives.
 * @throws AppError `sign_in`, `not_found` for a session that is gone or somebody else's.
 */
export const endSession = defineAction({
  name: "accounts.end-session",
  input: EndSessionInput,
  load: async (ctx, input) => {
    if (!ctx.actor.personId) throw new AppError("sign_in");
    const [named] = await ctx.db
      .select({ id: session.id })
      .from(session)
      .where(and(eq(session.id, input.session), eq(session.personId, ctx.actor.personId)));
    if (!named) throw new AppError("not_found");
    return named;
  },
  allow: mayChangeOwnAccount,
  run: async (ctx, { loaded, fact }) => {
    await ctx.db.delete(session).where(eq(session.id, loaded.id));
    fact(sessionsEnded, { stream: streamId("person", ctx.actor.actorId!), data: { reason: "one-device", sessions: 1 } });
  },
});
