import { MoveToGroup } from "~/features/groups/move-to-group";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { RadioGroup } from "~/ui";
import { documentHref } from "../views";
import type { MoveTextForm } from "./read-move-form.server";
import { movingWords } from "./words";

/** Choosing the group that a text goes to, and whether what stands beneath it goes along. */
export function MoveTextScreen({ form, refusal }: { form: MoveTextForm; refusal?: FormRefusal }) {
  const t = movingWords.use();
  const { errorFor } = useRefusal(refusal, { choices: ["to", "beneath"] });
  return (
    <MoveToGroup
      accent={form.place.accent}
      thing={form.title}
      href={documentHref(form.id)}
      back={t("to_text")}
      text={
        <>
          <p>{t("text")}</p>
          <p>{t("text_writers")}</p>
        </>
      }
      groups={form.groups}
      confirm={t("confirm")}
      refusal={refusal}
    >
      {form.beneath.length > 0 ? (
        <RadioGroup
          name="beneath"
          legend={t("beneath", { count: form.beneath.length })}
          hint={form.beneath.join(" · ")}
          options={[
            { value: "along", word: t("along") },
            { value: "stay", word: t("stay"), hint: t("stay_hint") },
          ]}
          defaultValue={refusal?.values.beneath ?? "along"}
          error={errorFor("beneath")}
        />
      ) : null}
    </MoveToGroup>
  );
}
