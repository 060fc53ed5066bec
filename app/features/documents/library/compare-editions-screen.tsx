import { BackLink, Disclosure, PageBody, PageHead, Prose, Stack } from "~/ui";
import { ComparedView } from "../compare/compared-view";
import { foldSame } from "../compare/fold-same";
import { documentWords } from "../words";
import type { EditionComparison } from "./compare-editions.server";
import { libraryWords } from "./words";

/** What changed between two editions; what stayed far from any change is folded away. */
export function CompareEditionsScreen({ page }: { page: EditionComparison }) {
  const t = documentWords.use();
  const library = libraryWords.use();
  const { comparison, from, to, language, title, href } = page;
  const lang = language === "else" ? undefined : language;
  const counts = comparison.added + comparison.removed === 0 ? t("compare_same") : t("compare_counts", { added: t("compare_words", { count: comparison.added }), removed: t("compare_words", { count: comparison.removed }) });
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={library("compare_title")} lead={library("compare_lead", { from, to })} back={<BackLink href={href}>{library("compare_back")}</BackLink>} above={title} />
        <p>
          <strong>{counts}</strong> {t("compare_how")}
        </p>
        <div className="card">
          <Stack>
            {foldSame(comparison.blocks).map(({ folded, blocks }, index) => {
              const view = (
                <Prose key={index} lang={lang}>
                  <ComparedView blocks={blocks} />
                </Prose>
              );
              return folded ? (
                <Disclosure key={index} summary={t("compare_folded", { count: blocks.length })}>
                  {view}
                </Disclosure>
              ) : (
                view
              );
            })}
          </Stack>
        </div>
      </Stack>
    </PageBody>
  );
}
