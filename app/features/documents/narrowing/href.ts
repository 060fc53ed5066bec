import { documentHref } from "../views";

/** Where who reads a text and who writes in it is chosen. */
export const narrowHref = (documentId: string): string => `${documentHref(documentId)}/wie-leest`;
