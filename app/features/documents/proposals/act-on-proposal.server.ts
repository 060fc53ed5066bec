import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { documentHref, proposalHref, proposalsHref, proposeHref } from "../views";
import { changeProposal } from "./change-proposal.server";
import { decideProposal } from "./decide-proposal.server";
import { sendProposal, withdrawProposal } from "./send-proposal.server";

type Fields = Record<string, string | string[]>;

/** A plain form of a proposal's pages; `intent` says which. @returns where to go then. @throws AppError of the action. */
export async function actOnProposal(ctx: Ctx, document: string, { intent, ...fields }: Fields): Promise<string> {
  switch (intent) {
    case "change-proposal":
      await changeProposal(ctx, { ...fields, document });
      return `${proposeHref(document)}#voorstel`;
    case "send-proposal": {
      const sent = await sendProposal(ctx, fields);
      return proposalHref(sent.document, sent.id);
    }
    case "decide-proposal": {
      const decided = await decideProposal(ctx, fields);
      return proposalHref(decided.document, decided.id);
    }
    case "withdraw-proposal": {
      const gone = await withdrawProposal(ctx, fields);
      return gone.wasDraft ? documentHref(gone.document) : proposalsHref(gone.document);
    }
    default:
      throw new AppError("invalid_input");
  }
}
