import { Button, Disclosure, Field, Grid, Select, Stack } from "~/ui";
import { documentWords } from "../words";
import type { ListedMaterial } from "../editions/read-edition.server";
import { audiences, durations, libraryAddress, textLanguages } from "./choices";
import { libraryWords } from "./words";

/** What to look for in the library: words, theme, for whom, how long, language. The address keeps it. */
export function LibraryForm({ listed: { filter, themes, within } }: { listed: ListedMaterial }) {
  const t = libraryWords.use();
  const documents = documentWords.use();
  return (
    <form method="get" action="/leermateriaal" role="search" aria-label={documents("search_material")} className="card">
      <Stack>
        <Field name="woorden" id="zoekwoorden" label={documents("search_words")}>
          <input id="zoekwoorden" className="input" type="search" name="woorden" defaultValue={filter.words} maxLength={200} />
        </Field>
        <Disclosure summary={t("filter")} bare open={Boolean(filter.theme ?? filter.audience ?? filter.duration ?? filter.language)}>
          <Grid columns="four">
            {within ? null : <Select name="thema" label={t("theme")} emptyWord={t("all_themes")} defaultValue={filter.theme ?? ""} options={themes.map(({ key, name }) => ({ value: key, word: name }))} />}
            <Select name="voor" label={t("audience")} emptyWord={t("all_audiences")} defaultValue={filter.audience ?? ""} options={audiences.map((one) => ({ value: one, word: t(`audience_${one}`) }))} />
            <Select name="duur" label={t("duration")} emptyWord={t("all_durations")} defaultValue={filter.duration ?? ""} options={durations.map((one) => ({ value: one, word: t(`duration_${one}`) }))} />
            <Select name="taal" label={t("language")} emptyWord={t("all_languages")} defaultValue={filter.language ?? ""} options={textLanguages.map((one) => ({ value: one, word: t(`language_${one}`) }))} />
          </Grid>
        </Disclosure>
        {within ? (
          <p>
            <input type="hidden" name="leerplek" value={within.slug} />
            {t("within", { name: within.name })}. <a href={libraryAddress({ ...filter, space: null })}>{t("not_within")}</a>
          </p>
        ) : null}
        <p>
          <Button icon="search">{t("show")}</Button>
        </p>
      </Stack>
    </form>
  );
}
