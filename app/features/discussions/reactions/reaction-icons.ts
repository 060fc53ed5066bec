import type { IconName } from "~/ui";
import type { ReactionKind } from "./kinds";

/** The sign that stands beside the word of a reaction; never without it. */
export const reactionIcons: Record<ReactionKind, IconName> = { thanks: "heart", me_too: "plus", can_help: "heart-handshake", clear: "check" };
