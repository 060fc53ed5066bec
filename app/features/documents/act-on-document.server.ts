import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { announcePublication, cancelPublication } from "./editions/announce-publication.server";
import { answerNaming } from "./editions/answer-naming.server";
import { resolveComment } from "./comments/resolve-comment.server";
import { alignEasy } from "./easy/align-easy.server";
import { takeEasyBlock } from "./easy/take-block.server";
import { besideHref } from "./easy/views";
import { postComment, removeComment } from "./comments/post-comment.server";
import { publishEdition, withdrawEdition } from "./editions/publish-edition.server";
import { nameRevision, restoreRevision } from "./versions/revisions.server";
import { makeTemplate, takeBackTemplate } from "./templates/make-template.server";
import { trashDocument } from "./trash/trash-document.server";
import { documentHref, editionHref } from "./views";

type Fields = Record<string, string | string[]>;

/** A plain form of a text's pages; `intent` says which. @returns where to go then. @throws AppError of the action. */
export async function actOnDocument(ctx: Ctx, id: string, { intent, ...fields }: Fields): Promise<string> {
  const href = documentHref(id);
  switch (intent) {
    case "comment":
      await postComment(ctx, { ...fields, document: id });
      return `${href}#opmerkingen`;
    case "remove-comment":
      await removeComment(ctx, fields);
      return `${href}#opmerkingen`;
    case "resolve-comment":
      await resolveComment(ctx, fields);
      return `${href}#opmerkingen`;
    case "naming":
      await answerNaming(ctx, { ...fields, document: id });
      return href;
    case "keep":
      await nameRevision(ctx, { ...fields, document: id });
      return `${href}/versies`;
    case "restore":
      await restoreRevision(ctx, { ...fields, document: id });
      return href;
    case "announce":
      await announcePublication(ctx, { document: id });
      return `${href}/openbaar`;
    case "cancel":
      await cancelPublication(ctx, { document: id });
      return `${href}/openbaar`;
    case "publish":
      return editionHref((await publishEdition(ctx, { ...fields, document: id })).slug);
    case "align-easy":
      await alignEasy(ctx, { ...fields, document: id });
      return besideHref(id);
    case "take-easy-block":
      await takeEasyBlock(ctx, { ...fields, document: id });
      return besideHref(id);
    case "withdraw":
      await withdrawEdition(ctx, fields);
      return `${href}/openbaar`;
    case "trash":
      return `/groepen/${(await trashDocument(ctx, { document: id })).group}/prullenbak`;
    case "make-template":
      await makeTemplate(ctx, { document: id });
      return `${href}/aanpassen`;
    case "take-back-template":
      await takeBackTemplate(ctx, { document: id });
      return `${href}/aanpassen`;
    default:
      throw new AppError("invalid_input");
  }
}
