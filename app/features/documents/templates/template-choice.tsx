import { RadioGroup } from "~/ui";
import { documentWords } from "../words";
import type { TemplateInShort } from "./read-templates.server";
import { templateWords } from "./words";

/** What a new text begins with: nothing, a template of the leerplek, or one of the product's own. */
export function TemplateChoice({ own, chosen, error }: { own: TemplateInShort[]; chosen: string; error?: string }) {
  const t = templateWords.use();
  const documents = documentWords.use();
  const hintOf = ({ onlyIn, licence }: TemplateInShort) => {
    // What is shared alike stays so; every other licence leaves the usual choice open.
    const asks = licence === "CC BY-SA 4.0" ? [t("own_licence", { licence })] : [];
    return [onlyIn === null ? t("own") : t("own_in", { group: onlyIn }), ...asks].join(" ");
  };
  return (
    <RadioGroup
      name="template"
      legend={documents("template")}
      error={error}
      defaultValue={chosen}
      options={[
        { value: "empty", word: documents("template_empty") },
        ...own.map((one) => ({ value: one.id, word: one.title, hint: hintOf(one) })),
        ...(["meeting", "tryout", "lesson", "notes"] as const).map((name) => ({ value: name, word: t(name), hint: t(`${name}_hint`) })),
        ...(["plan", "recipe", "story"] as const).map((name) => ({ value: name, word: documents(`template_${name}`), hint: documents(`template_${name}_hint`) })),
      ]}
    />
  );
}
