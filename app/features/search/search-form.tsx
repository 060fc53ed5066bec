import { Button, Disclosure, Form, FormActions, Select, Stack, TextField } from "~/ui";
import { kinds, periods } from "./asked";
import type { FoundPage } from "./search-everything.server";
import { searchWords } from "./words";

/** The words, and behind one press where, what, when and by whom. A plain form: what is asked stands in the address. */
export function SearchForm({ asked, places }: Pick<FoundPage, "asked" | "places">) {
  const t = searchWords.use();
  return (
    <search>
      <Form action="/zoeken" method="get">
        <TextField name="woorden" label={t("label")} hint={t("hint")} defaultValue={asked.words} type="search" maxLength={200} enterKeyHint="search" />
        <Disclosure summary={t("precise")} open={Boolean(asked.where || asked.kind || asked.since || asked.author)}>
          <Stack>
            <Select
              name="waar"
              label={t("where")}
              emptyWord={t("where_all")}
              defaultValue={asked.where}
              options={[]}
              groups={places.map(({ id, name, groups }) => ({
                word: name,
                options: [{ value: `plek:${id}`, word: t("whole_place", { name }) }, ...groups.map((group) => ({ value: `groep:${group.id}`, word: group.name }))],
              }))}
            />
            <Select name="soort" label={t("kind")} emptyWord={t("kind_all")} defaultValue={asked.kind} options={kinds.map((kind) => ({ value: kind, word: t(`only_${kind}`) }))} />
            <Select name="sinds" label={t("since")} emptyWord={t("since_all")} defaultValue={asked.since} options={Object.keys(periods).map((period) => ({ value: period, word: t(`since_${period as keyof typeof periods}`) }))} />
            <TextField name="van" label={t("author")} hint={t("author_hint")} defaultValue={asked.author} maxLength={60} autoComplete="off" />
          </Stack>
        </Disclosure>
        <FormActions>
          <Button icon="search">{t("button")}</Button>
        </FormActions>
      </Form>
    </search>
  );
}
