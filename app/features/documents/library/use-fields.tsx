import { Fieldset, Select, Stack, TextField } from "~/ui";
import type { DocumentView } from "../views";
import { audiences, minutesAtMost, textLanguages } from "./choices";
import { libraryWords } from "./words";

/** For whom a text is, how long it takes and its language. */
export function UseFields({ document, values, errorFor }: { document: DocumentView; values: Record<string, string>; errorFor: (name: string) => string | undefined }) {
  const t = libraryWords.use();
  return (
    <Fieldset id="voor-wie" legend={t("use")} hint={t("use_hint")}>
      <Stack>
        <Select name="audience" label={t("audience")} error={errorFor("audience")} defaultValue={values.audience ?? document.audience} options={audiences.map((one) => ({ value: one, word: t(`audience_${one}`) }))} />
        <TextField name="minutes" label={t("minutes")} hint={t("minutes_hint")} size="short" inputMode="numeric" error={errorFor("minutes")} defaultValue={values.minutes ?? document.minutes?.toString() ?? ""} maxLength={String(minutesAtMost).length} />
        <Select name="language" label={t("language")} error={errorFor("language")} defaultValue={values.language ?? document.language} options={textLanguages.map((one) => ({ value: one, word: t(`language_${one}`) }))} />
      </Stack>
    </Fieldset>
  );
}
