import { uiWords } from "~/platform/ui-words";
import { Button, Choice, Fieldset, Form, FormActions, Section, Stack, TextField } from "~/ui";
import { useNameOf } from "./people-table";
import type { SignUpPage } from "./read-sign-ups.server";
import { activityHref } from "./views";
import { activityWords } from "./words";

/** Who came of the list, and how many in all: everyone counts, with or without an account. */
export function CountPeople({ page, errorFor }: { page: SignUpPage; errorFor: (field: string) => string | undefined }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const nameOf = useNameOf();
  const { activity, comes, attended, may } = page;
  const action = `${activityHref(activity.id)}/deelnemers`;
  if (may.count !== true) {
    return may.count === "too_soon" ? (
      <Section id="aanwezig" title={t("who_came")}>
        <p>{t("who_came_later")}</p>
      </Section>
    ) : null;
  }
  return (
    <Section id="aanwezig" title={t("who_came")}>
      <Stack space="loose">
        {comes.length > 0 ? (
          <Form action={action} busyWord={ui("busy")} hidden={{ do: "attendance" }}>
            {comes.map(({ id }) => (
              <input key={id} type="hidden" name="shown[]" value={id} />
            ))}
            <Fieldset id="field-came" legend={t("signed_up")} hint={t("who_came_hint")} error={errorFor("came")}>
              <div className="choices">
                {comes.map((person) => (
                  <Choice key={person.id} id={`came-${person.id}`} type="checkbox" name="came[]" value={person.id} word={nameOf(person)} hint={person.phone || undefined} defaultChecked={person.attended === true} />
                ))}
              </div>
            </Fieldset>
            <FormActions>
              <Button kind="secondary" icon="check">
                {t("save_came")}
              </Button>
            </FormActions>
          </Form>
        ) : null}
        <Form action={action} busyWord={ui("busy")} hidden={{ do: "headcount" }}>
          <TextField
            name="headcount"
            type="number"
            size="short"
            inputMode="numeric"
            min={attended}
            label={t("headcount")}
            hint={t("headcount_hint", { count: attended })}
            error={errorFor("headcount")}
            defaultValue={activity.headcount ?? undefined}
            required
          />
          <FormActions>
            <Button kind="secondary" icon="check">
              {t("save_headcount")}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
