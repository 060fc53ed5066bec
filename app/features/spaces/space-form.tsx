import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Choice, Disclosure, Fieldset, RadioGroup, Section, Select, Stack, TextArea, TextField, fieldId } from "~/ui";
import type { SpaceFormChoices, SpaceFormValues } from "./read-space-forms.server";
import { spaceWords } from "./words";

export interface SpaceFieldsProps {
  choices: SpaceFormChoices;
  values: SpaceFormValues;
  /** Open to members alone it stays. */
  narrowed?: boolean;
  refusal?: FormRefusal;
  errorFor: (field: string) => string | undefined;
}

/** The settings of a leerplek, in the order in which one would tell a colleague. */
export function SpaceFields({ choices, values, narrowed, refusal, errorFor }: SpaceFieldsProps) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const typed = (field: keyof SpaceFormValues) => refusal?.values[field] ?? String(values[field]);
  const areas = refusal ? (refusal.values.areas ?? "").split("\n") : values.areas;
  const rules = refusal?.values.houseRules ?? values.houseRules.join("\n");
  return (
    <>
      <Section id="waarover" title={t("form_what")}>
        <Stack>
          <TextField name="name" label={t("form_name")} hint={t("form_name_hint")} error={errorFor("name")} defaultValue={typed("name")} maxLength={80} required />
          <TextArea name="summary" label={t("form_summary")} hint={t("form_summary_hint")} error={errorFor("summary")} defaultValue={typed("summary")} maxLength={limits.shortTextCharacters} required />
          <Select
            name="themeKey"
            label={t("form_theme")}
            error={errorFor("themeKey")}
            emptyWord={ui("choose_from_list")}
            defaultValue={typed("themeKey")}
            options={choices.themes.map((theme) => ({ value: theme.key, word: `${theme.name} (${theme.planName})` }))}
            required
          />
          <Disclosure summary={`${t("form_areas")} ${ui("optional")}`} open={areas.some(Boolean) || errorFor("areas") !== undefined}>
            <Fieldset id={fieldId("areas")} legend={t("form_areas_choose")} hint={t("form_areas_hint")} error={errorFor("areas")}>
              <div className="grid grid--three">
                {choices.municipalities.map((one) => (
                  <Choice key={one.nis} id={`area-${one.nis}`} type="checkbox" name="areas[]" value={one.nis} word={one.name} defaultChecked={areas.includes(one.nis)} />
                ))}
              </div>
            </Fieldset>
          </Disclosure>
        </Stack>
      </Section>
      <Section id="wie" title={t("form_who")}>
        <Stack>
          <RadioGroup
            name="visibility"
            legend={t("form_visibility")}
            hint={narrowed ? t("form_narrowed") : t("form_visibility_hint")}
            error={errorFor("visibility")}
            defaultValue={typed("visibility")}
            options={[
              { value: "public", word: t("visibility_public"), hint: t("visibility_public_hint"), disabled: narrowed },
              { value: "members", word: t("visibility_members"), hint: t("visibility_members_hint") },
            ]}
          />
          <RadioGroup
            name="joining"
            legend={t("form_joining")}
            error={errorFor("joining")}
            defaultValue={typed("joining")}
            options={(["open", "request", "invitation"] as const).map((joining) => ({ value: joining, word: t(`joining_${joining}`), hint: t(`joining_${joining}_hint`) }))}
          />
        </Stack>
      </Section>
      <Section id="afspraken" title={t("house_rules")}>
        <Stack>
          <p>
            {t("form_rules_fixed")} <strong lang="nl">{choices.fixedRule}</strong>
          </p>
          <TextArea name="houseRules" label={t("form_rules")} hint={t("form_rules_hint")} error={errorFor("houseRules")} defaultValue={rules} rows={8} required />
        </Stack>
      </Section>
      <Section id="contact" title={t("responsible")}>
        <Stack>
          <p>{t("form_contact_text")}</p>
          <TextField name="contactName" label={t("form_contact_name")} error={errorFor("contactName")} defaultValue={typed("contactName")} maxLength={limits.nameCharacters} required />
          <TextField name="contactPhone" type="tel" label={t("phone")} error={errorFor("contactPhone")} defaultValue={typed("contactPhone")} size="short" maxLength={30} required />
          <TextField name="contactEmail" type="email" label={t("email")} optionalWord={ui("optional")} error={errorFor("contactEmail")} defaultValue={typed("contactEmail")} maxLength={254} />
          <TextField
            name="dataProtectionContact"
            label={t("data_protection")}
            hint={t("form_data_protection_hint")}
            error={errorFor("dataProtectionContact")}
            defaultValue={typed("dataProtectionContact")}
            maxLength={200}
            required
          />
        </Stack>
      </Section>
    </>
  );
}
