import type { FormEvent } from "react";
import { uiWords } from "~/platform/ui-words";
import { Button, Cluster, Form, Icon, LinkButton } from "~/ui";
import type { DiscussionPage } from "../read-discussion.server";
import { discussionHref, messageHref } from "../views";
import { discussionWords } from "../words";
import { useNewWords } from "./new-words";
import { countMissing, firstMissing, type Ranges } from "./ranges";

export interface NewLineProps {
  page: DiscussionPage;
  seen: Ranges;
  /** Takes everything for read where there is a connection; without one the form does it. */
  tell: ((more: Ranges) => void) | null;
}

/**
 * At the top of a conversation with something new: how much, the way to the first, and one button to have done with it.
 * It stays where it is while it is read away, so that nothing under it moves.
 */
export function NewLine({ page, seen, tell }: NewLineProps) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const say = useNewWords();
  const { discussion, window: shown, me } = page;
  if (!me?.newSince || me.firstNew === null) return null;
  const { total } = shown;
  const left = countMissing(seen, total);
  const first = firstMissing(seen, total) ?? me.firstNew;
  const onPage = first >= shown.from && (shown.newer === null || first < shown.newer);
  const all = (event: FormEvent) => {
    if (!tell) return;
    event.preventDefault();
    tell([[1, total]]);
  };
  return (
    <div className="new-line">
      <p className="new-line__count">{left > 0 ? say(left, me.newSince) : ui("all_read")}</p>
      <div className={left > 0 ? undefined : "is-away"}>
        <Cluster>
          <LinkButton kind="secondary" icon="arrow-right" href={onPage ? `#bericht-${first}` : messageHref(discussion.id, first)}>
            {t("to_first_new")}
          </LinkButton>
          <Form action={discussionHref(discussion.id)} hidden={{ intent: "read", from: "1", upTo: String(total) }} onSubmit={all}>
            <Button kind="quiet" icon="check">
              {t("mark_all_read")}
            </Button>
          </Form>
        </Cluster>
      </div>
    </div>
  );
}

/** "Je hebt alles gelezen.", under the last message. Its place is kept free, so that it moves nothing when it comes. */
export function AllRead({ seen, newest }: { seen: Ranges; newest: number }) {
  const ui = uiWords.use();
  return (
    <p className={countMissing(seen, newest) === 0 ? "all-read" : "all-read is-away"}>
      <Icon name="check" /> {ui("all_read")}
    </p>
  );
}

/** Without script only the reader can say that they have read what is on the page. */
export function MarkPageRead({ page, last }: { page: DiscussionPage; last: number }) {
  const t = discussionWords.use();
  const { me, discussion, window: shown } = page;
  if (!me || firstMissing(me.seen, last, shown.from) === null) return null;
  return (
    <noscript>
      <Form action={discussionHref(discussion.id)} hidden={{ intent: "read", from: String(shown.from), upTo: String(last) }}>
        <Button kind="quiet" icon="check">
          {t("mark_read")}
        </Button>
      </Form>
    </noscript>
  );
}
