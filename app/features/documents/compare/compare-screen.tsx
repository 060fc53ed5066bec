import { useLanguage } from "~/platform/define-words";
import { BackLink, Disclosure, formatMoment, PageBody, PageHead, Prose, Stack } from "~/ui";
import { documentHref, type RevisionView } from "../views";
import { documentWords } from "../words";
import { ComparedView } from "./compared-view";
import { CompareForm } from "./compare-form";
import { foldSame } from "./fold-same";
import type { ComparisonPage } from "./read-comparison.server";

/** What changed between two versions of a text, in its own form: what stayed far from any change is folded away. */
export function CompareScreen({ page }: { page: ComparisonPage }) {
  const t = documentWords.use();
  const language = useLanguage();
  const { document, comparison, from, to, versions } = page;
  const nameOf = (version: RevisionView) => version.name ?? formatMoment(new Date(version.at), { language });
  const counts = comparison.added + comparison.removed === 0 ? t("compare_same") : t("compare_counts", { added: t("compare_words", { count: comparison.added }), removed: t("compare_words", { count: comparison.removed }) });
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("compare_title")} lead={t("compare_lead", { from: nameOf(from), to: to ? nameOf(to) : t("compare_now") })} back={<BackLink href={`${documentHref(document.id)}/versies`}>{t("compare_back")}</BackLink>} above={document.title} />
        <p>
          <strong>{counts}</strong> {t("compare_how")}
        </p>
        <div className="card">
          <Stack>
            {foldSame(comparison.blocks).map(({ folded, blocks }, index) =>
              folded ? (
                <Disclosure key={index} summary={t("compare_folded", { count: blocks.length })}>
                  <Prose lang="nl">
                    <ComparedView blocks={blocks} />
                  </Prose>
                </Disclosure>
              ) : (
                <Prose key={index} lang="nl">
                  <ComparedView blocks={blocks} />
                </Prose>
              ),
            )}
          </Stack>
        </div>
        <CompareForm documentId={document.id} versions={versions} from={from.id} to={to?.id} />
      </Stack>
    </PageBody>
  );
}
