import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Badge, Button, Card, CardList, Choice, Cluster, Columns, EmptyState, Fieldset, Form, FormActions, LinkButton, PageBody, PageHead, Section, Stack, TextField } from "~/ui";
import { DiscussionList } from "../lists/discussion-list";
import type { BundleChoice, BundleInShort, BundlePage } from "./read-bundle.server";
import { bundleHref } from "../views";
import { discussionWords } from "../words";

/** A bundle: how many people ask this, from where, which questions, and what came of it. */
export function BundleScreen({ bundle }: { bundle: BundlePage }) {
  const t = discussionWords.use();
  const { space, people, areas, questions, led } = bundle;
  const change = bundle.may.change === true;
  return (
    <PageBody>
      <PageHead
        title={bundle.title}
        back={<BackLink href={`/leervragen?leerplek=${space.slug}`}>{t("back_to_questions")}</BackLink>}
        above={
          <Badge kind="accent" icon="lightbulb">
            {t("bundle")}
          </Badge>
        }
        lead={`${t("bundle_people", { count: people })} ${areas.length > 0 ? t("bundle_area", { areas: areas.join(", ") }) : t("bundle_area_few", { count: limits.smallCell })}`}
      />
      <Columns asideLabel={t("bundle_led")} aside={<Led bundle={bundle} />}>
        <Section id="vragen" title={t("bundle_questions")}>
          <Stack space="loose">
            <DiscussionList items={questions} across />
            {bundle.elsewhere > 0 ? <p className="soft">{t("bundle_elsewhere", { count: bundle.elsewhere })}</p> : null}
            {change ? (
              <p>
                <LinkButton kind="secondary" icon="pencil" href={`${bundleHref(bundle.id)}/aanpassen`}>
                  {t("bundle_change")}
                </LinkButton>
              </p>
            ) : null}
            {led.length === 0 && !change ? <p className="soft">{t("bundle_led_none")}</p> : null}
          </Stack>
        </Section>
      </Columns>
    </PageBody>
  );
}

function Led({ bundle }: { bundle: BundlePage }) {
  const t = discussionWords.use();
  const { led, id } = bundle;
  return (
    <Stack space="loose">
      {led.length > 0 ? (
        <Card soft heading="h2" title={t("bundle_led")}>
          <ul>
            {led.map((thing) => (
              <li key={thing.id}>
                <a href={thing.href}>{thing.title}</a>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {bundle.may.change === true ? (
        <Card soft heading="h2" title={t("bundle_start")}>
          <p>{t("bundle_start_text")}</p>
          <Cluster>
            <LinkButton icon="calendar-days" href={`/activiteiten/nieuw?bundel=${id}`}>
              {t("bundle_start_activity")}
            </LinkButton>
            <LinkButton kind="secondary" icon="sprout" href={`/experimenten/nieuw?bundel=${id}`}>
              {t("bundle_start_experiment")}
            </LinkButton>
          </Cluster>
        </Card>
      ) : null}
    </Stack>
  );
}

export interface BundleFormProps {
  choice: BundleChoice;
  /** The bundle that is changed; null for a new one. */
  bundle: { id: string; rev: number; title: string; questions: string[] } | null;
  /** For a new one, so that sending twice makes one. */
  newId: string;
  /** Ticked from the start. */
  chosen: string[];
  refusal?: FormRefusal;
}

/** Choosing which questions belong together. */
export function BundleFormScreen({ choice, bundle, newId, chosen, refusal }: BundleFormProps) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["questions"] });
  const back = bundle ? bundleHref(bundle.id) : `/leervragen?leerplek=${choice.space.slug}`;
  const inIt = new Set(bundle?.questions ?? []);
  const ticked = new Set(refusal?.values.questions?.split("\n") ?? [...inIt, ...chosen]);
  const action = bundle ? `${bundleHref(bundle.id)}/aanpassen` : `/leervragen/bundels/nieuw?leerplek=${choice.space.slug}`;
  return (
    <PageBody width="text">
      <PageHead title={t(bundle ? "bundle_change" : "bundle_new")} lead={t("bundle_new_lead")} back={<BackLink href={back}>{t("back_to_questions")}</BackLink>} />
      {choice.questions.length === 0 ? (
        <EmptyState icon="lightbulb" title={t("bundle_none")} />
      ) : (
        <Form action={action} busyWord={ui("busy")} hidden={bundle ? { rev: refusal?.values.rev ?? String(bundle.rev) } : { id: refusal?.values.id ?? newId, spaceId: choice.space.id }}>
          {summary}
          <TextField name="title" label={t("bundle_field_title")} defaultValue={refusal?.values.title ?? bundle?.title} maxLength={limits.titleCharacters} error={errorFor("title")} required />
          <Fieldset id="field-questions" legend={t("bundle_field_questions")} error={errorFor("questions")}>
            <div className="choices">
              {choice.questions.map(({ discussion, where, bundled }, index) => (
                <Choice
                  key={discussion.id}
                  id={`field-questions-${index}`}
                  type="checkbox"
                  name="questions[]"
                  value={discussion.id}
                  word={discussion.title || t("no_title")}
                  hint={[
                    where.group,
                    ...(discussion.supporters > 0 ? [t("supporters_short", { count: discussion.supporters })] : []),
                    ...(bundled && !inIt.has(discussion.id) ? [t("bundle_taken")] : []),
                  ].join(" · ")}
                  defaultChecked={ticked.has(discussion.id)}
                  disabled={bundled && !inIt.has(discussion.id)}
                />
              ))}
            </div>
          </Fieldset>
          <FormActions>
            <Button icon="check">{t("bundle_save")}</Button>
            <LinkButton kind="quiet" href={back}>
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </PageBody>
  );
}

/** The bundles of a leerplek, under its questions; `mayBundle` adds the way to a new one. */
export function BundleList({ bundles, slug, mayBundle }: { bundles: BundleInShort[]; slug: string; mayBundle: boolean }) {
  const t = discussionWords.use();
  if (bundles.length === 0 && !mayBundle) return null;
  return (
    <Section id="bundels" title={t("title_bundles")}>
      <Stack>
        <CardList>
          {bundles.map((bundle) => (
            <Card key={bundle.id} title={bundle.title} href={bundleHref(bundle.id)} meta={<span>{t("bundle_questions_count", { count: bundle.questions })}</span>} />
          ))}
        </CardList>
        {mayBundle ? (
          <p>
            <LinkButton kind="secondary" icon="link" href={`/leervragen/bundels/nieuw?leerplek=${slug}`}>
              {t("bundle_new")}
            </LinkButton>
          </p>
        ) : null}
      </Stack>
    </Section>
  );
}
