import { errorWords } from "~/platform/error-words";
import { Cluster, LinkButton, Notice } from "~/ui";
import type { DiscussionPage } from "../read-discussion.server";
import { discussionHref, type DiscussionView } from "../views";
import { discussionWords } from "../words";

/** In the place of the composer: why this reader cannot write here, and what to do next. */
export function WhyNotWrite({ page, discussion }: { page: DiscussionPage; discussion: DiscussionView }) {
  const t = discussionWords.use();
  const say = errorWords.use();
  const verdict = page.may.post === true ? "closed" : page.may.post;
  const next = encodeURIComponent(discussionHref(discussion.id));
  if (verdict === "sign_in") {
    return (
      <Notice icon="message-circle" title={t("join_talk")}>
        <p>{t("join_talk_text")}</p>
        <Cluster>
          <LinkButton href={`/account-maken?next=${next}`}>{t("make_account")}</LinkButton>
          <LinkButton kind="secondary" icon="log-in" href={`/aanmelden?next=${next}`}>
            {t("sign_in")}
          </LinkButton>
        </Cluster>
      </Notice>
    );
  }
  if (verdict === "join_group") {
    return (
      <Notice icon="users-round" title={t("join_talk")}>
        <p>{t("join_group_text")}</p>
        <p>
          <LinkButton href={`/groepen/${page.place.group.id}`}>{t("to_group", { name: page.place.group.name })}</LinkButton>
        </p>
      </Notice>
    );
  }
  return <Notice icon={verdict === "closed" || verdict === "paused" ? "lock" : "info"}>{say(verdict)}</Notice>;
}
