import { Notice, RadioGroup } from "~/ui";
import { libraryWords } from "../library/words";
import { documentWords } from "../words";

/** Where each licence is explained in plain words. */
const pages: Record<string, string> = {
  "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.nl",
  "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.nl",
  "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
};

/** A licence with a link to what it means; `word` where its name stands before the link. */
export function LicenceLink({ licence, word }: { licence: string; word?: string }) {
  const href = pages[licence];
  return href ? (
    <a href={href} rel="license noopener">
      {word ?? licence}
    </a>
  ) : (
    <>{word ? null : licence}</>
  );
}

/** What everyone knows from the start: the text may become public, and how. */
export function MayBePublic({ licence }: { licence: string }) {
  const t = documentWords.use();
  return (
    <Notice wide icon="globe" title={t("may_be_public")}>
      {t("may_be_public_text", { licence })}
    </Notice>
  );
}

/** The choice of a licence, in words that say what others may do. */
export function LicenceChoice({ chosen, allowed, error }: { chosen: string; /** Fewer than all, with the licence that wants it so. */ allowed?: { licences: string[]; because: string } | null; error?: string }) {
  const t = documentWords.use();
  const library = libraryWords.use();
  return (
    <RadioGroup
      name="licence"
      legend={t("licence")}
      hint={allowed ? library("licence_of_origin", { licence: allowed.because }) : t("licence_hint")}
      error={error}
      defaultValue={chosen}
      options={[
        { value: "CC BY 4.0", word: t("licence_by"), hint: t("licence_by_hint") },
        { value: "CC BY-SA 4.0", word: t("licence_by_sa"), hint: t("licence_by_sa_hint") },
        { value: "CC0 1.0", word: t("licence_cc0"), hint: t("licence_cc0_hint") },
      ].filter(({ value }) => !allowed || allowed.licences.includes(value))}
    />
  );
}
