import { lazy, Suspense, useEffect, useState } from "react";
import { ReadersLine } from "~/features/groups/readers-line";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, LinkButton, Notice, PageBody, PageHead, Stack } from "~/ui";
import { PeopleNamesProvider } from "../blocks/people-names";
import { proposeHref } from "../views";
import { documentWords } from "../words";
import type { ProposeEditorPage } from "./read-proposals.server";
import { proposalWords } from "./words";

// Only where it is used, and never on the server.
const ProposalPane = lazy(() => import("./proposal-pane"));

/** Writing a proposal in the editor; without JavaScript it says where the plain forms are. */
export function ProposeEditorScreen({ page }: { page: ProposeEditorPage }) {
  const t = proposalWords.use();
  const texts = documentWords.use();
  const ui = uiWords.use();
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  const { document, place } = page;
  const plain = proposeHref(document.id);
  const loading = <p>{ui("busy")}</p>;
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead title={t("propose")} lead={t("editor_lead")} above={document.title} back={<BackLink href={plain}>{t("editor_back")}</BackLink>} />
          <noscript>
            <Notice wide kind="warning" title={texts("needs_script")}>
              <a href={plain}>{t("editor_back")}</a>
            </Notice>
          </noscript>
          <ReadersLine readers={page.readers} />
          {inBrowser ? (
            <Suspense fallback={loading}>
              <PeopleNamesProvider value={page.people}>
                <ProposalPane document={document} id={page.id} loading={loading} />
              </PeopleNamesProvider>
            </Suspense>
          ) : null}
          <p>
            <LinkButton href={`${plain}#voorstel`} icon="arrow-right" iconEnd>
              {t("editor_done")}
            </LinkButton>
          </p>
        </Stack>
      </PageBody>
    </div>
  );
}
