import { Pages } from "~/platform/pages";
import { EmptyState, LinkButton, LinkList, PageBody, PageHead, Section, Stack } from "~/ui";
import { carryFormHref } from "./carry/views";
import { carryWords } from "./carry/words";
import type { DocumentInShort, SpaceTexts } from "./list-documents.server";
import { DocumentCards } from "./document-cards";
import { MaterialCards } from "./editions/material-list";
import { plainWordsHref } from "./plain-words/views";
import { plainWordsWords } from "./plain-words/words";
import { trashWords } from "./trash/words";
import { treeWords } from "./tree/words";
import { documentWords } from "./words";

/** Texts and learning material of one leerplek, inside its frame. */
export function SpaceTextsScreen({ listed }: { listed: SpaceTexts }) {
  const t = documentWords.use();
  const carry = carryWords.use();
  const plain = plainWordsWords.use();
  const { space, documents, material, mayCreate, page, more } = listed;
  const start = mayCreate ? (
    <LinkButton href={`/teksten/nieuw?leerplek=${space.slug}`} icon="plus">
      {t("start")}
    </LinkButton>
  ) : undefined;
  return (
    <Stack space="loose">
      <PageHead title={t("texts_and_material")} lead={t("lead_texts")} actions={documents.length > 0 ? start : undefined} />
      <Stack space="sections">
        <Section id="teksten" title={t("shared_texts")}>
          {documents.length > 0 ? (
            <DocumentCards documents={documents} />
          ) : (
            <EmptyState icon="pencil" title={t("texts_empty")} action={start}>
              {mayCreate ? t("texts_empty_text") : t("texts_empty_reader")}
            </EmptyState>
          )}
          <Pages page={page} more={more} address={(to) => `/leerplekken/${space.slug}/teksten?pagina=${to}`} />
          <LinkList
            items={[
              ...(listed.mayCarry ? [{ href: carryFormHref(space.slug), word: carry("link") }] : []),
              ...(listed.maySeeWords ? [{ href: plainWordsHref(space.slug), word: plain("link") }] : []),
            ]}
          />
        </Section>
        <Section id="leermateriaal" title={t("material")} more={<a href="/leermateriaal">{t("all_material")}</a>}>
          {material.material.length > 0 ? (
            <MaterialCards material={material.material} inSpace />
          ) : (
            <EmptyState icon="book-open" title={t("material_empty")}>
              {t("material_empty_text")}
            </EmptyState>
          )}
        </Section>
      </Stack>
    </Stack>
  );
}

/** Texts of the groups that somebody is in, over all leerplekken. */
export function MyTextsScreen({ documents }: { documents: DocumentInShort[] }) {
  const t = documentWords.use();
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead title={t("my_texts")} lead={t("lead_my_texts")} />
        {documents.length > 0 ? (
          <DocumentCards documents={documents} heading="h2" />
        ) : (
          <EmptyState
            icon="pencil"
            title={t("my_texts_empty")}
            action={
              <LinkButton href="/leermateriaal" kind="secondary" icon="book-open">
                {t("all_material")}
              </LinkButton>
            }
          >
            {t("my_texts_empty_text")}
          </EmptyState>
        )}
      </Stack>
    </PageBody>
  );
}

/** The texts of a group on the group's own page. */
export function GroupTexts({ groupId, documents, mayCreate }: { groupId: string; documents: DocumentInShort[]; mayCreate: boolean }) {
  const t = documentWords.use();
  const trash = trashWords.use();
  const tree = treeWords.use();
  return (
    <Section
      id="samen-schrijven"
      title={t("group_texts")}
      more={
        mayCreate ? (
          <LinkButton href={`/teksten/nieuw?groep=${groupId}`} kind="secondary" small icon="plus">
            {t("start")}
          </LinkButton>
        ) : undefined
      }
    >
      {documents.length > 0 ? <DocumentCards documents={documents} inGroup /> : <p className="soft">{mayCreate ? t("texts_empty_text") : t("texts_empty_reader")}</p>}
      <LinkList
        items={[
          ...(documents.length > 0 ? [{ href: `/groepen/${groupId}/teksten`, word: tree("link") }] : []),
          ...(mayCreate ? [{ href: `/groepen/${groupId}/prullenbak`, word: trash("link") }] : []),
        ]}
      />
    </Section>
  );
}
