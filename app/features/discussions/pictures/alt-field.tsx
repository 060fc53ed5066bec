import { limits } from "~/platform/limits";
import { TextArea } from "~/ui";
import { pictureWords } from "./words";

/** What is to be seen on a picture, in words. */
export function AltField({ value, error }: { value?: string; error?: string }) {
  const t = pictureWords.use();
  return <TextArea name="alt" label={t("alt")} hint={t("alt_hint")} defaultValue={value} error={error} maxLength={limits.pictureAltCharacters} rows={2} required />;
}
