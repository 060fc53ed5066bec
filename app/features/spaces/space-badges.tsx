import { uiWords } from "~/platform/ui-words";
import { Badge } from "~/ui";
import { spaceWords } from "./words";

export interface SpaceBadgesProps {
  status: "draft" | "open" | "paused" | "closed";
  joining: "open" | "request" | "invitation";
  visibility: "public" | "members";
}

/** How a leerplek stands and how to come in, in words; only what needs saying. */
export function SpaceBadges({ status, joining, visibility }: SpaceBadgesProps) {
  const ui = uiWords.use();
  const t = spaceWords.use();
  if (status === "draft") return <Badge kind="wait" icon="pencil">{ui("state_draft")}</Badge>;
  if (status === "closed") return <Badge kind="plain" icon="lock">{ui("state_closed")}</Badge>;
  if (status === "paused") return <Badge kind="wait" icon="clock">{ui("state_paused")}</Badge>;
  return (
    <>
      {joining === "open" ? <Badge kind="good" icon="check">{t("badge_open")}</Badge> : null}
      {joining === "request" ? <Badge icon="user-round">{ui("state_by_request")}</Badge> : null}
      {joining === "invitation" ? <Badge icon="mail">{ui("state_by_invitation")}</Badge> : null}
      {visibility === "members" ? <Badge icon="lock">{t("badge_members")}</Badge> : null}
    </>
  );
}
