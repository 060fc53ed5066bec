import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Form, FormActions, LinkList, PageBody, PageHead, Section, Select, Stack } from "~/ui";
import { movingWords } from "../moving/words";
import { documentHref } from "../views";
import type { PlacePage } from "./read-tree.server";
import type { Place } from "./shape";
import { TextTree } from "./tree-screen";
import { treeWords } from "./words";

/** Giving a text another place among those of its group, by plain buttons. */
export function PlaceScreen({ page, refusal }: { page: PlacePage; refusal?: FormRefusal }) {
  const t = treeWords.use();
  const ui = uiWords.use();
  const moving = movingWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const { document, place, steps } = page;
  const href = documentHref(document.id);
  const taps = (["up", "down", "out"] as const).flatMap((step) => (steps[step] ? [{ step, to: steps[step] }] : []));
  return (
    <div className={accentClass(place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("title_place")} lead={t("place_lead", { title: document.title })} above={place.group.name} back={<BackLink href={`/groepen/${place.group.id}/teksten`}>{t("to_list")}</BackLink>} />
          {summary}
          <Section id="nu" title={t("now")}>
            <TextTree texts={page.texts} here={document.id} />
          </Section>
          <Section id="verzetten" title={t("steps")}>
            {taps.length === 0 ? <p>{t("steps_none")}</p> : null}
            <div className="cluster">
              {taps.map(({ step, to }) => (
                <Tap key={step} action={`${href}/plaats`} to={to} word={t(step)} />
              ))}
            </div>
          </Section>
          <Section id="onder" title={t("under")}>
            {page.under.length === 0 ? (
              <p>{t("under_none")}</p>
            ) : (
              <Form action={`${href}/plaats`} busyWord={ui("busy")} hidden={{ after: "last" }}>
                <Select
                  name="parent"
                  label={t("under_which")}
                  emptyWord={t("under_choose")}
                  options={page.under.map((one) => ({ value: one.id, word: one.level === 1 ? one.title : t("level", { level: one.level, title: one.title }) }))}
                  error={errorFor("parent")}
                  required
                />
                <FormActions>
                  <Button kind="secondary">{t("under_do")}</Button>
                </FormActions>
              </Form>
            )}
          </Section>
          <LinkList items={[{ href, word: t("to_text") }, ...(page.may.move ? [{ href: `${href}/verplaatsen`, word: moving("link") }] : [])]} />
        </Stack>
      </PageBody>
    </div>
  );
}

function Tap({ action, to, word }: { action: string; to: Place; word: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="parent" value={to.parent ?? ""} />
      <input type="hidden" name="after" value={to.after ?? ""} />
      <Button kind="secondary">{word}</Button>
    </form>
  );
}
