import { uiWords } from "~/platform/ui-words";
import { EmptyState, Section, Stack } from "~/ui";
import { DiscussionList } from "./discussion-list";
import type { GroupDiscussions } from "./list-discussions.server";
import { StartButtons } from "./list-screens";
import { discussionWords } from "../words";

/** The conversations of a group as a part of its page: the newest ones, starting one, and the way to all. */
export function GroupTalk({ listed }: { listed: GroupDiscussions }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { place, may, items, pages } = listed;
  const query = `?groep=${place.group.id}`;
  const start = may.start === true ? <StartButtons query={query} announce={may.announce === true} /> : undefined;
  return (
    <Section id="gesprekken" title={t("title_list")} more={pages > 1 ? <a href={`/gesprekken${query}`}>{ui("see_all")}</a> : undefined}>
      {items.length > 0 ? (
        <Stack>
          {start}
          <DiscussionList items={items} />
        </Stack>
      ) : (
        <EmptyState icon="messages-square" title={t("empty_list")} action={start}>
          {t("empty_list_text")}
        </EmptyState>
      )}
    </Section>
  );
}
