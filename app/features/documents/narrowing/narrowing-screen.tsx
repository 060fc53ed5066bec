import { useReadersWords } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Choice, Fieldset, Form, FormActions, LinkButton, PageBody, PageHead, RadioGroup, Stack } from "~/ui";
import { documentHref } from "../views";
import { narrowHref } from "./href";
import type { NarrowingForm } from "./read-narrowing.server";
import { narrowingWords } from "./words";

/** Choosing who of its group reads a text and who writes in it. */
export function NarrowingScreen({ form, refusal }: { form: NarrowingForm; refusal?: FormRefusal }) {
  const t = narrowingWords.use();
  const ui = uiWords.use();
  const readersWords = useReadersWords();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["readBy", "writtenBy", "few"] });
  const { values } = refusal ?? { values: {} as Record<string, string> };
  const { document, choices, people } = form;
  const href = documentHref(document.id);
  const ticked = refusal ? new Set((values.few ?? "").split("\n")) : null;
  const readers = choices.map(({ readBy, readers: who }) => ({ value: readBy, word: t(`read_${readBy}`), hint: who ? readersWords(who) : t("read_few_hint") }));
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("title")} above={document.title} lead={t("lead")} back={<BackLink href={href}>{t("back")}</BackLink>} />
          {summary}
          <Form action={narrowHref(document.id)} busyWord={ui("busy")} hidden={{ rev: values.rev ?? String(document.rev) }}>
            <p>{t("staff_too")}</p>
            <RadioGroup name="readBy" legend={t("readers")} hint={t("readers_hint")} options={readers} defaultValue={values.readBy ?? form.readBy} error={errorFor("readBy")} required />
            <RadioGroup
              name="writtenBy"
              legend={t("writers")}
              options={[
                { value: "group", word: t("write_group") },
                { value: "few", word: t("write_few"), hint: t("write_few_hint") },
              ]}
              defaultValue={values.writtenBy ?? form.writtenBy}
              error={errorFor("writtenBy")}
            />
            <Fieldset id="few" legend={t("people")} hint={people.length > 0 ? t("people_hint") : t("people_nobody")} error={errorFor("few")}>
              <div className="choices">
                {people.map(({ id, name, chosen }) => (
                  <Choice key={id} type="checkbox" id={`few-${id}`} name="few" value={id} word={name} defaultChecked={ticked ? ticked.has(id) : chosen} />
                ))}
              </div>
            </Fieldset>
            <FormActions>
              <Button icon="check">{ui("save")}</Button>
              <LinkButton href={href} kind="quiet">
                {ui("cancel")}
              </LinkButton>
            </FormActions>
          </Form>
        </Stack>
      </PageBody>
    </div>
  );
}
