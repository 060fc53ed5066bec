import { uiWords } from "~/platform/ui-words";
import { Button, Card, LinkButton, Stack, Stepper } from "~/ui";
import { useAuthorName } from "../mentions/person-words";
import type { DiscussionPage } from "../read-discussion.server";
import { bundleHref, discussionHref, type DiscussionView } from "../views";
import { discussionWords } from "../words";

const steps = ["asked", "picked_up", "answered"] as const;

/** How far a learning question is, how many want to learn it, and what answers it. `discussion` is its newest state. */
export function QuestionPanel({ page, discussion }: { page: DiscussionPage; discussion: DiscussionView }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const nameOf = useAuthorName();
  const { me, answers, bundle } = page;
  const here = steps.indexOf(discussion.questionState ?? "asked");
  const pickedUp = discussion.pickedUpBy;
  return (
    <Card>
      <Stack>
        <Stepper
          row
          label={t("question_steps")}
          steps={steps.map((step, index) => {
            const state = index < here || discussion.questionState === "answered" ? "done" : index === here ? "now" : "next";
            const who = step === "picked_up" && pickedUp ? (pickedUp.name ? t("picked_up_by", { name: nameOf(pickedUp) }) : t("picked_up_former")) : undefined;
            return { word: t(`step_${step}`), state, stateWord: ui(`step_${state}`), text: who };
          })}
        />
        {answers.length > 0 ? (
          <div>
            <h2>{t("answers_title")}</h2>
            <ul>
              {answers.map((answer) => (
                <li key={answer.id}>
                  <a href={answer.href}>{answer.kind === "message" ? t("answer_message") : answer.title}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <p>
          <strong>{discussion.supporters > 0 ? t("supporters", { count: discussion.supporters }) : t("supporters_none")}</strong>
          {me?.supported ? ` ${t("supported")}` : ""}
        </p>
        <Support page={page} />
        {bundle ? (
          <p>
            <a href={bundleHref(bundle.id)}>{t("in_bundle", { title: bundle.title })}</a>
          </p>
        ) : null}
      </Stack>
    </Card>
  );
}

function Support({ page }: { page: DiscussionPage }) {
  const t = discussionWords.use();
  const { discussion, me, may, place } = page;
  const href = discussionHref(discussion.id);
  if (may.support === "not_yourself") return <p className="soft">{t("own_question")}</p>;
  if (may.support === "sign_in") {
    return (
      <p>
        <LinkButton kind="secondary" href={`/aanmelden?next=${encodeURIComponent(href)}`}>
          {t("support")}
        </LinkButton>
      </p>
    );
  }
  if (may.support === "join_space") {
    return (
      <p>
        <LinkButton kind="secondary" href={`/groepen/${place.group.id}`}>
          {t("support")}
        </LinkButton>
      </p>
    );
  }
  if (may.support !== true) return null;
  return (
    <form method="post" action={href}>
      <input type="hidden" name="intent" value="support" />
      <input type="hidden" name="want" value={me?.supported ? "false" : "true"} />
      <Button kind={me?.supported ? "quiet" : "primary"} icon={me?.supported ? "x" : "sprout"}>
        {t(me?.supported ? "support_undo" : "support")}
      </Button>
    </form>
  );
}

/** What a facilitator can do with a question: take it on, say where the answer is, bundle it. */
export function QuestionSteps({ page, discussion }: { page: DiscussionPage; discussion: DiscussionView }) {
  const t = discussionWords.use();
  const { may, place } = page;
  if (may.answer !== true) return null;
  const href = discussionHref(discussion.id);
  return (
    <Stack>
      {discussion.questionState === "asked" ? (
        <form method="post" action={href}>
          <input type="hidden" name="intent" value="pick-up" />
          <Button kind="secondary" icon="heart-handshake">
            {t("pick_up")}
          </Button>
        </form>
      ) : null}
      <LinkButton kind="secondary" icon="circle-check" href={`/leervragen/${discussion.id}/antwoord`}>
        {t("answer")}
      </LinkButton>
      {discussion.bundle === null ? (
        <LinkButton kind="secondary" icon="link" href={`/leervragen/bundels/nieuw?leerplek=${place.space.slug}&vraag=${discussion.id}`}>
          {t("bundle_it")}
        </LinkButton>
      ) : null}
    </Stack>
  );
}
