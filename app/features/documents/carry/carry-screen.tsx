import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { BackLink, Button, Form, FormActions, PageHead, RadioGroup, Stack } from "~/ui";
import { documentWords } from "../words";
import { formatWords } from "../formats/words";
import type { CarryForm } from "./read-carry-form.server";
import { carryHref } from "./views";
import { carryWords } from "./words";

/** Taking the texts of a leerplek along; a plain form, whose answer is the file. */
export function CarryScreen({ form: { space, all }, refusal }: { form: CarryForm; refusal?: FormRefusal }) {
  const t = carryWords.use();
  const documents = documentWords.use();
  const formats = formatWords.use();
  const { summary } = useRefusal(refusal);
  const choices = [...(all ? [{ value: "all", word: t("all"), hint: t("all_hint") }] : []), { value: "mine", word: t("mine") }];
  return (
    <Stack space="loose">
      <PageHead title={t("title")} lead={t("lead")} back={<BackLink href={`/leerplekken/${space.slug}/teksten`}>{documents("to_texts")}</BackLink>} />
      {summary}
      <Form action={carryHref(space.slug)}>
        <RadioGroup name="which" legend={t("which")} defaultValue={choices[0]!.value} options={choices} />
        <p className="soft">
          {formats("left_out")} {t("patience")}
        </p>
        <FormActions>
          <Button icon="download">{t("take")}</Button>
        </FormActions>
      </Form>
    </Stack>
  );
}
