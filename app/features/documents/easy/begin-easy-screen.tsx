import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, RadioGroup, Stack } from "~/ui";
import { documentHref } from "../views";
import { documentWords } from "../words";
import type { BeginEasyForm } from "./read-beside.server";
import { beginEasyHref } from "./views";
import { easyWords } from "./words";

/** Beginning the easy version of a text; a plain form. */
export function BeginEasyScreen({ form, refusal }: { form: BeginEasyForm; refusal?: FormRefusal }) {
  const t = easyWords.use();
  const ui = uiWords.use();
  const documents = documentWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["from"] });
  const href = documentHref(form.document.id);
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("begin_title")} lead={t("begin_lead")} above={form.document.title} back={<BackLink href={href}>{documents("read_page")}</BackLink>} />
          {summary}
          {form.easy ? (
            <Notice wide>
              <p>
                {t(form.easy.is)} {form.easy.href ? <a href={form.easy.href}>{t(form.easy.is === "there" ? "open" : "to_trash")}</a> : null}
              </p>
            </Notice>
          ) : form.may.begin === "already_done" ? (
            <Notice wide>{t("is_easy")}</Notice>
          ) : form.may.begin === true ? (
            <Form action={beginEasyHref(form.document.id)} busyWord={ui("busy")} hidden={{ id: refusal?.values.id ?? form.newId }}>
              <RadioGroup
                name="from"
                legend={t("begin_from")}
                error={errorFor("from")}
                defaultValue={refusal?.values.from ?? "headings"}
                options={[
                  { value: "headings", word: t("from_headings"), hint: t("from_headings_hint") },
                  { value: "copy", word: t("from_copy"), hint: t("from_copy_hint") },
                ]}
              />
              <FormActions>
                <Button icon="pencil">{t("begin")}</Button>
                <LinkButton href={href} kind="quiet">
                  {ui("cancel")}
                </LinkButton>
              </FormActions>
            </Form>
          ) : null}
        </Stack>
      </PageBody>
    </div>
  );
}
