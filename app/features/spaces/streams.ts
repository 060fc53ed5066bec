import { streamId } from "~/platform/streams";

/** The stream of everything that concerns a leerplek as a whole. */
export const spaceStream = (spaceId: string) => streamId("space", spaceId);

/** The stream of those who moderate a leerplek. */
export const deskStream = (spaceId: string) => streamId("desk", spaceId);
