import { RadioGroup } from "~/ui";
import { narrowingWords } from "./words";

/** For whom of its group a text begins, as the field `readBy`. */
export function ReadersChoice({ chosen, error }: { chosen: string; error: string | undefined }) {
  const t = narrowingWords.use();
  return (
    <RadioGroup
      name="readBy"
      legend={t("readers")}
      hint={t("staff_too")}
      options={[
        { value: "group", word: t("read_group") },
        { value: "members", word: t("read_members") },
        { value: "few", word: t("read_me"), hint: t("read_me_hint") },
      ]}
      defaultValue={chosen}
      error={error}
      required
    />
  );
}
