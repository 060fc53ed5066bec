import type { ReactNode } from "react";
import { useRefusal, type ExplainedRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, LinkButton, Select, Stack, TextArea, TextField } from "~/ui";
import type { Municipality } from "./read-plan-form.server";
import { activityWords } from "./words";

/** What the fields hold, as text. */
export type FormValues = Partial<
  Record<"title" | "description" | "date" | "from" | "until" | "place" | "nis" | "howToGetThere" | "places" | "price" | "contactName" | "contactPhone", string>
>;

export interface ActivityFormProps {
  action: string;
  hidden: Record<string, string>;
  /** Who reads it, or the choice of a group; first of all. */
  readers: ReactNode;
  values: FormValues;
  municipalities: Municipality[];
  /** The earliest day to choose; absent: any. */
  today?: string;
  sendWord: string;
  cancel: string;
  refusal?: FormRefusal;
}

/** What a refusal says on this form: some fields have a better sentence of their own. */
export function useActivityRefusal(refusal: FormRefusal | undefined): ExplainedRefusal {
  const t = activityWords.use();
  const wrong: Record<string, string> = { date: t("date_wrong"), from: t("time_wrong"), until: t("until_wrong"), contactPhone: t("phone_wrong") };
  return useRefusal(refusal, {
    choices: ["groupId"],
    own: (code, field) => {
      if (field === "places" && code === "too_low") return t("places_too_low");
      return field && code === "not_valid" ? wrong[field] : undefined;
    },
  });
}

/** What, when, where, how much, and whom to call. */
export function ActivityForm({ action, hidden, readers, values, municipalities, today, sendWord, cancel, refusal }: ActivityFormProps) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useActivityRefusal(refusal);
  const field = (name: keyof FormValues) => ({ name, error: errorFor(name), defaultValue: refusal?.values[name] ?? values[name] });
  return (
    <Stack>
      {summary}
      <Form action={action} busyWord={ui("busy")} hidden={hidden}>
        {readers}
        <TextField {...field("title")} label={t("title")} hint={t("title_hint")} maxLength={limits.titleCharacters} required />
        <TextArea {...field("description")} label={t("description")} hint={t("description_hint")} maxLength={limits.shortTextCharacters} required />
        <TextField {...field("date")} type="date" size="short" min={today} label={t("date")} hint={t("date_hint")} required />
        <TextField {...field("from")} type="time" size="short" label={t("from")} required />
        <TextField {...field("until")} type="time" size="short" label={t("until")} hint={t("until_hint")} required />
        <TextField {...field("place")} label={t("place")} hint={t("place_hint")} maxLength={limits.titleCharacters} required />
        <Select {...field("nis")} label={t("nis")} emptyWord={t("nis_none")} options={municipalities.map(({ nis, name }) => ({ value: nis, word: name }))} />
        <TextArea {...field("howToGetThere")} label={t("how")} hint={t("how_hint")} optionalWord={ui("optional")} maxLength={limits.shortTextCharacters} rows={3} />
        <TextField {...field("places")} type="number" size="short" inputMode="numeric" min={1} label={t("places")} hint={t("places_hint")} optionalWord={ui("optional")} />
        <TextField {...field("price")} size="short" inputMode="decimal" label={t("price")} hint={t("price_hint")} optionalWord={ui("optional")} maxLength={8} />
        <TextField {...field("contactName")} label={t("contact_name")} maxLength={limits.nameCharacters} required />
        <TextField {...field("contactPhone")} type="tel" label={t("contact_phone")} hint={t("contact_phone_hint")} maxLength={30} required />
        <FormActions>
          <Button icon="check">{sendWord}</Button>
          <LinkButton href={cancel} kind="quiet">
            {ui("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Stack>
  );
}
