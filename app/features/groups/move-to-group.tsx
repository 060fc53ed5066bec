import type { ReactNode } from "react";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, EmptyState, Form, FormActions, LinkButton, PageBody, PageHead, RadioGroup, Stack } from "~/ui";
import { groupWords } from "./words";

export interface MoveToGroupProps {
  accent: Parameters<typeof accentClass>[0];
  /** What is moved, by its title. */
  thing: string;
  /** Its own page. */
  href: string;
  /** "Terug naar de tekst". */
  back: string;
  /** What goes along, and what changes for whom. */
  text: ReactNode;
  /** The groups where it may go. */
  groups: readonly { id: string; name: string; everyone: boolean }[];
  /** "Verplaats de tekst". */
  confirm: string;
  refusal?: FormRefusal;
  /** More to choose, after the group. */
  children?: ReactNode;
}

/** Choosing the group that a conversation or a text goes to, as the field `to` of a plain form at its address. */
export function MoveToGroup({ accent, thing, href, back, text, groups, confirm, refusal, children }: MoveToGroupProps) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["to", "beneath"] });
  return (
    <div className={accentClass(accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("move_title")} above={thing} back={<BackLink href={href}>{back}</BackLink>} />
          {groups.length === 0 ? (
            <EmptyState icon="users-round" title={t("move_nowhere")} action={<LinkButton href={href}>{back}</LinkButton>}>
              {t("move_rule")}
            </EmptyState>
          ) : (
            <Form action={`${href}/verplaatsen`} busyWord={ui("busy")}>
              {summary}
              {text}
              <RadioGroup
                name="to"
                legend={t("move_where")}
                hint={t("move_rule")}
                options={groups.map((one) => ({ value: one.id, word: one.name, hint: t(one.everyone ? "move_everyone" : "move_members") }))}
                defaultValue={refusal?.values.to}
                error={errorFor("to")}
                required
              />
              {children}
              <FormActions>
                <Button icon="arrow-right">{confirm}</Button>
                <LinkButton kind="quiet" href={href}>
                  {ui("cancel")}
                </LinkButton>
              </FormActions>
            </Form>
          )}
        </Stack>
      </PageBody>
    </div>
  );
}
