import { errorWords } from "~/platform/error-words";
import { pictureWords } from "./words";

/** What a form with a picture says of its own fields, better than the common catalogue does. */
export function usePictureSentences(): (code: string, field?: string) => string | undefined {
  const t = pictureWords.use();
  const say = errorWords.use();
  return (code, field) => {
    if (field === "picture") return code === "required" ? t("choose_first") : say(code as Parameters<typeof say>[0]);
    return field === "alt" && code === "required" ? t("alt_first") : undefined;
  };
}
