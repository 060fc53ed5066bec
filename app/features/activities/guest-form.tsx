import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, Section, Stack, TextField } from "~/ui";
import type { SignUpPage } from "./read-sign-ups.server";
import { activityHref } from "./views";
import { activityWords } from "./words";

export interface GuestFormProps {
  page: SignUpPage;
  values: Record<string, string>;
  errorFor: (field: string) => string | undefined;
}

/** Writing down somebody without an account, by name and phone. */
export function GuestForm({ page: { activity, nextId }, values, errorFor }: GuestFormProps) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const mine = values["do"] === "guest" ? values : {};
  return (
    <Section id="gast" title={t("write_down")}>
      <Stack>
        <p>{t("write_down_text")}</p>
        <Form action={`${activityHref(activity.id)}/deelnemers`} busyWord={ui("busy")} hidden={{ do: "guest", id: mine["id"] ?? nextId }}>
          <TextField name="name" label={t("guest_name")} error={errorFor("name")} defaultValue={mine["name"]} maxLength={limits.nameCharacters} autoComplete="off" required />
          <TextField name="phone" type="tel" label={t("guest_phone")} optionalWord={ui("optional")} error={errorFor("phone")} defaultValue={mine["phone"]} maxLength={30} autoComplete="off" />
          <FormActions>
            <Button kind="secondary" icon="plus">
              {t("write_down_send")}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
