import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineLiveEvent, liveAction } from "~/platform/live-event.server";
import { accessDocument } from "../access-document.server";
import { JoinProposalInput } from "../input";
import type { DocumentJoin, DocumentJoined } from "../live";
import { askWorker } from "./ask-worker.server";
import { myFork, pushToProposal } from "./change-proposal.server";

/** What the editor of my draft lacks. @throws AppError `upgrade` for one that knows less than the text holds, or the rule's code. */
export async function joinProposal(ctx: Ctx, { document: id, stateVector, schemaVersion }: Omit<DocumentJoin, "id"> & { document: string }): Promise<DocumentJoined> {
  const { document } = await accessDocument(ctx, id);
  if (schemaVersion < document.schemaVersion) throw new AppError("upgrade");
  const { fork, rev } = await myFork(ctx, id);
  const answer = await askWorker(ctx, "openFork", { fork, stateVector });
  if (!answer) throw new AppError("invalid_input");
  return { role: "write", ...answer, seq: rev };
}

defineLiveEvent({ name: "proposal:join", input: JoinProposalInput, handle: joinProposal });
liveAction("proposal:push", pushToProposal, ({ rev }) => ({ seq: rev }));
