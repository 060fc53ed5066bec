import type { ReactNode } from "react";
import { useReadersWords } from "~/features/groups/readers-line";
import { reportPath } from "~/features/house-rules/report-path";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Card, Facts, IconWord, Stack, TextArea } from "~/ui";
import { QuestionSteps } from "./questions/question-panel";
import type { DiscussionPage } from "./read-discussion.server";
import { discussionHref, printHref, type DiscussionView } from "./views";
import { discussionWords } from "./words";

/** Beside the messages: where this is, who reads it, what those who run it can do. */
export function AboutDiscussion({ page, discussion, notices }: { page: DiscussionPage; discussion: DiscussionView; notices?: ReactNode }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const readers = useReadersWords();
  const { place, may } = page;
  return (
    <Stack space="loose">
      <Card soft heading="h2" title={t("about")}>
        <Facts
          items={[
            { term: t("about_space"), icon: place.icon, value: <a href={`/leerplekken/${place.space.slug}`}>{place.space.name}</a> },
            { term: t("about_group"), icon: "users-round", value: <a href={`/groepen/${place.group.id}`}>{place.group.name}</a> },
            { term: t("about_readers"), icon: "eye", value: `${readers(page.readers)}${page.readers.who === "everyone" ? "" : ` ${t("staff_reads")}`}` },
          ]}
        />
        <p>
          <a href={printHref(discussion.id)}>
            <IconWord icon="printer">{t("print_link")}</IconWord>
          </a>
        </p>
        <p>
          <a href={reportPath("discussion", discussion.id)}>{ui("report")}</a>
        </p>
      </Card>
      {notices}
      {may.close === true || may.answer === true || may.move === true ? (
        <Card soft heading="h2" title={t("manage")}>
          <Stack>
            {discussion.type === "question" ? <QuestionSteps page={page} discussion={discussion} /> : null}
            {may.move === true ? (
              <p>
                <a href={`${discussionHref(discussion.id)}/verplaatsen`}>
                  <IconWord icon="arrow-right">{t("move")}</IconWord>
                </a>
              </p>
            ) : null}
            {may.close === true ? <CloseForm discussion={discussion} summary={page.lastSummary} /> : null}
          </Stack>
        </Card>
      ) : null}
    </Stack>
  );
}

function CloseForm({ discussion, summary }: { discussion: DiscussionView; summary: string }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const open = discussion.state === "open";
  return (
    <form method="post" action={discussionHref(discussion.id)}>
      <Stack>
        {open ? <TextArea name="summary" label={t("summary_field")} hint={t("summary_hint")} optionalWord={ui("optional")} defaultValue={summary} maxLength={limits.summaryCharacters} rows={3} /> : null}
        {open ? <p>{t("close_text")}</p> : null}
        <input type="hidden" name="intent" value="close" />
        <input type="hidden" name="open" value={open ? "false" : "true"} />
        <Button kind="secondary" icon={open ? "lock" : "messages-square"}>
          {t(open ? "close" : "reopen")}
        </Button>
      </Stack>
    </form>
  );
}
