import { limits } from "~/platform/limits";
import { Stack, TextField } from "~/ui";
import { spaceWords } from "./words";

export interface StaffNameFieldsProps {
  shownName: string;
  itsFunction: string;
  errorFor: (field: string) => string | undefined;
}

/** How somebody who runs a leerplek signs: name and function, which everyone sees. */
export function StaffNameFields({ shownName, itsFunction, errorFor }: StaffNameFieldsProps) {
  const t = spaceWords.use();
  return (
    <Stack>
      <p>{t("staff_name_text")}</p>
      <TextField name="shownName" label={t("staff_name")} error={errorFor("shownName")} defaultValue={shownName} maxLength={limits.nameCharacters} autoComplete="name" required />
      <TextField name="function" label={t("function")} hint={t("function_hint")} error={errorFor("function")} defaultValue={itsFunction} maxLength={limits.nameCharacters} autoComplete="organization-title" required />
    </Stack>
  );
}
