import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, EmptyState, Form, FormActions, LinkButton, PageBody, PageHead, RadioGroup } from "~/ui";
import { discussionHref } from "../views";
import { discussionWords } from "../words";
import type { MoveForm } from "./read-move-form.server";

/** Choosing the group that a conversation goes to. */
export function MoveScreen({ form, refusal }: { form: MoveForm; refusal?: FormRefusal }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["to"] });
  const href = discussionHref(form.id);
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("move")} lead={t("lead_edit", { title: form.title || t("no_title") })} back={<BackLink href={href}>{t("print_back")}</BackLink>} />
        {form.groups.length === 0 ? (
          <EmptyState icon="users-round" title={t("move_nowhere")} action={<LinkButton href={href}>{t("print_back")}</LinkButton>}>
            {t("move_rule")}
          </EmptyState>
        ) : (
          <Form action={`${href}/verplaatsen`} busyWord={ui("busy")}>
            {summary}
            <p>{t("move_text")}</p>
            <RadioGroup
              name="to"
              legend={t("move_where")}
              hint={t("move_rule")}
              options={form.groups.map((one) => ({ value: one.id, word: one.name, hint: t(one.everyone ? "move_public" : "move_members") }))}
              defaultValue={refusal?.values.to}
              error={errorFor("to")}
              required
            />
            <FormActions>
              <Button icon="arrow-right">{t("move_confirm")}</Button>
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
