import { limits } from "~/platform/limits";
import { TextArea } from "~/ui";
import { pictureWords } from "./words";

/** What is to be seen on a picture, in words. */
export function AltField({ value, error, optional }: { value?: string; error?: string; /** Where the form goes without a picture too. */ optional?: boolean }) {
  const t = pictureWords.use();
  return <TextArea name="alt" label={t("alt")} hint={t("alt_hint")} defaultValue={value} error={error} maxLength={limits.pictureAltCharacters} rows={2} required={!optional} />;
}
