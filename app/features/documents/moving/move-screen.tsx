import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, EmptyState, Form, FormActions, LinkButton, PageBody, PageHead, RadioGroup } from "~/ui";
import { documentHref } from "../views";
import type { MoveTextForm } from "./read-move-form.server";
import { movingWords } from "./words";

/** Choosing the group that a text goes to. */
export function MoveTextScreen({ form, refusal }: { form: MoveTextForm; refusal?: FormRefusal }) {
  const t = movingWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["to", "beneath"] });
  const href = documentHref(form.id);
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("title")} lead={form.title} back={<BackLink href={href}>{t("to_text")}</BackLink>} />
        {form.groups.length === 0 ? (
          <EmptyState icon="users-round" title={t("nowhere")} action={<LinkButton href={href}>{t("to_text")}</LinkButton>}>
            {t("rule")}
          </EmptyState>
        ) : (
          <Form action={`${href}/verplaatsen`} busyWord={ui("busy")}>
            {summary}
            <p>{t("text")}</p>
            <RadioGroup
              name="to"
              legend={t("where")}
              hint={t("rule")}
              options={form.groups.map((one) => ({ value: one.id, word: one.name, hint: t(one.everyone ? "everyone" : "members") }))}
              defaultValue={refusal?.values.to}
              error={errorFor("to")}
              required
            />
            {form.beneath.length > 0 ? (
              <RadioGroup
                name="beneath"
                legend={t("beneath", { count: form.beneath.length })}
                hint={form.beneath.join(" · ")}
                options={[
                  { value: "along", word: t("along") },
                  { value: "stay", word: t("stay"), hint: t("stay_hint") },
                ]}
                defaultValue={refusal?.values.beneath ?? "along"}
                error={errorFor("beneath")}
              />
            ) : null}
            <FormActions>
              <Button icon="arrow-right">{t("confirm")}</Button>
              <LinkButton kind="quiet" href={href}>
                {ui("cancel")}
              </LinkButton>
            </FormActions>
          </Form>
        )}
      </PageBody>
    </div>
  );
}
