import { groupStream } from "~/features/groups/index.server";
import { streamId } from "~/platform/streams";
import type { DocumentRow } from "./queries.server";

/** The stream of one shared text. */
export const documentStream = (documentId: string) => streamId("document", documentId);

/** Where everyone who has a text open hears what is typed in it. It stands behind its stream, and goes with the right to that. */
export const editsRoom = (documentId: string) => `${documentStream(documentId)}/edits`;

/** Where what happens with a text is told: to its group, which never hears of one that fewer may read. */
export const streamOfText = ({ id, groupId, readBy }: Pick<DocumentRow, "id" | "groupId" | "readBy">) => (readBy === "group" ? groupStream(groupId) : documentStream(id));
