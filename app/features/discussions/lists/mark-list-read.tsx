import { Button, Form } from "~/ui";
import { discussionWords } from "../words";
import type { DiscussionSummary } from "./list-discussions.server";

/** Takes everything in one's own groups for read, or in one of them. Nothing when there is nothing new on the list. */
export function MarkListRead({ items, groupId }: { items: readonly DiscussionSummary[]; groupId?: string }) {
  const t = discussionWords.use();
  if (!items.some(({ unread }) => unread > 0)) return null;
  return (
    <Form action="/gesprekken?index" hidden={{ intent: "read-all", ...(groupId ? { groupId } : {}) }}>
      <Button kind="quiet" icon="check">
        {t("mark_all_read")}
      </Button>
    </Form>
  );
}
