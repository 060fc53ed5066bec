/** Short answers to a message, in the order in which they stand. */
export const reactionKinds = ["thanks", "me_too", "can_help", "clear"] as const;
export type ReactionKind = (typeof reactionKinds)[number];
/** How many gave each kind; a kind that nobody gave is not there. */
export type ReactionCounts = Partial<Record<ReactionKind, number>>;
