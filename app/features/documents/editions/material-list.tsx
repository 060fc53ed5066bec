import { useLanguage } from "~/platform/define-words";
import { Pages } from "~/platform/pages";
import { shorten } from "~/platform/shorten";
import { Badge, Card, CardList, DateText, EmptyState, LinkButton, PageBody, PageHead, Stack } from "~/ui";
import { libraryAddress } from "../library/choices";
import { LibraryForm } from "../library/library-form";
import { useByline, useUse } from "../library/use-words";
import { libraryWords } from "../library/words";
import type { ListedMaterial, MaterialInShort } from "./read-edition.server";
import { documentWords } from "../words";

/** Learning material of every leerplek or of one, newest first, with a search and filters that are one plain form. */
export function MaterialListScreen({ listed }: { listed: ListedMaterial }) {
  const t = documentWords.use();
  const { material, filter, page, more } = listed;
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead title={t("material")} lead={t("lead_material")} />
        <LibraryForm listed={listed} />
        {filter.words && material.length > 0 ? <p>{t("found_for", { words: filter.words })}</p> : null}
        {material.length > 0 ? <MaterialCards material={material} inSpace={listed.within !== null} /> : <NothingFound asked={libraryAddress(filter) !== "/leermateriaal"} />}
        <Pages page={page} more={more} address={(to) => libraryAddress(filter, to)} />
      </Stack>
    </PageBody>
  );
}

function NothingFound({ asked }: { asked: boolean }) {
  const t = documentWords.use();
  const library = libraryWords.use();
  if (!asked) {
    return (
      <EmptyState icon="book-open" title={t("material_empty")}>
        {t("material_empty_text")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={library("none_found")}
      action={
        <LinkButton href="/leermateriaal" kind="secondary">
          {t("all_material")}
        </LinkButton>
      }
    >
      {library("none_found_text")}
    </EmptyState>
  );
}

/** Learning material as cards. `inSpace`: all of one leerplek, whose name then goes without saying. */
export function MaterialCards({ material, inSpace }: { material: MaterialInShort[]; inSpace?: boolean }) {
  const language = useLanguage();
  const byline = useByline();
  const use = useUse();
  return (
    <CardList>
      {material.map((one) => (
        <Card
          key={one.id}
          title={one.title}
          href={one.href}
          heading="h2"
          accent={one.accent}
          above={inSpace ? undefined : <Badge kind="accent">{one.theme}</Badge>}
          meta={
            <>
              <span>{byline(one)}</span>
              {use(one).map((word) => (
                <span key={word}>{word}</span>
              ))}
              {inSpace ? null : <span>{one.space.name}</span>}
              <DateText at={one.publishedAt} language={language} dayOnly weekday={false} />
            </>
          }
        >
          {shorten(one.text, 160)}
        </Card>
      ))}
    </CardList>
  );
}
