import { streamId } from "~/platform/streams";

/** The room, and the stream, of one shared text. */
export const documentStream = (documentId: string) => streamId("document", documentId);
