import { useLanguage } from "~/platform/define-words";
import { Button, Form, FormActions, formatMoment, Section, Select } from "~/ui";
import { documentHref, type RevisionView } from "../views";
import { documentWords } from "../words";

/** Choosing two versions to lay side by side. */
export function CompareForm({ documentId, versions, from, to }: { documentId: string; versions: RevisionView[]; from?: string; to?: string }) {
  const t = documentWords.use();
  const language = useLanguage();
  const options = versions.map((one) => {
    const moment = formatMoment(new Date(one.at), { language });
    return { value: one.id, word: one.name ? `${one.name} (${moment})` : moment };
  });
  return (
    <Section id="vergelijken" title={t("compare_choose")}>
      <Form method="get" action={`${documentHref(documentId)}/vergelijken`}>
        <Select name="van" label={t("compare_from")} options={options} defaultValue={from ?? options.at(-1)?.value} />
        <Select name="tot" label={t("compare_to")} options={[{ value: "", word: t("compare_now") }, ...options]} defaultValue={to ?? ""} />
        <FormActions>
          <Button icon="history" kind="secondary">
            {t("compare")}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
