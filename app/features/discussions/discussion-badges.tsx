import type { Readers } from "~/features/groups/index.server";
import { Badge, Cluster, type IconName } from "~/ui";
import type { DiscussionView } from "./views";
import { discussionWords } from "./words";

const kindIcons: Record<DiscussionView["type"], IconName> = { conversation: "messages-square", question: "lightbulb", announcement: "bell" };

/** What kind it is, whether it is still open, and, on its own page, who reads it. */
export function DiscussionBadges({ discussion, readers }: { discussion: DiscussionView; readers?: Readers }) {
  const t = discussionWords.use();
  return (
    <Cluster>
      <Badge kind="accent" icon={kindIcons[discussion.type]}>
        {t(`kind_${discussion.type}`)}
      </Badge>
      {discussion.state === "open" ? null : (
        <Badge kind="wait" icon="lock">
          {t(`state_${discussion.state}`)}
        </Badge>
      )}
      {discussion.questionState === "answered" ? (
        <Badge kind="good" icon="circle-check">
          {t("step_answered")}
        </Badge>
      ) : null}
      {readers ? (
        <Badge icon={readers.who === "everyone" ? "globe" : "users-round"}>
          {t(`badge_${readers.who}`)}
        </Badge>
      ) : null}
    </Cluster>
  );
}
