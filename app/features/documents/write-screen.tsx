import { Component, lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { ReadersLine } from "~/features/groups/readers-line";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { openLine } from "~/platform/live-client/open-line";
import { MarkupPlace } from "~/platform/page-markup";
import { accentClass, BackLink, Cluster, IconWord, Notice, PageBody, PageHead, Stack } from "~/ui";
import { PeopleNamesProvider } from "./blocks/people-names";
import { LiveThreads } from "./comments/live-threads";
import { PassageLink } from "./comments/passage-link";
import { Announcement, mayBecomePublic } from "./document-screen";
import { BesideLink } from "./easy/beside-link";
import { besideHref, type BesideRow } from "./easy/views";
import { easyWords } from "./easy/words";
import { joinEarly } from "./editor/early-join";
import type { DocumentPage } from "./read-document.server";
import { SinceLine } from "./since/since-line";
import { documentHref, textMarkup } from "./views";
import { documentWords } from "./words";

// Only where it is used, and never on the server: it is most of what this page weighs.
const EditorPane = lazy(() => import("./editor/editor-pane"));

/** Writing along. Without JavaScript: the readable text, a sentence that says so, and the plain form for a remark. */
export function WriteScreen({ page, beside, keepFor, refusal }: { page: DocumentPage; /** Of an easy version: its source, part by part. */ beside: BesideRow[] | null; keepFor: string | null; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const inBrowser = useInBrowser();
  // Before the page is taken over: the text is there by the time that there is an editor to put it in.
  const [line] = useState(() => (typeof window === "undefined" ? null : joinEarly(openLine(), page.document.id)));
  const [link] = useState(() => new PassageLink());
  const [besideLink] = useState(() => beside && new BesideLink(page.document.id, beside));
  const easy = easyWords.use();
  const { document, place } = page;
  // Also of those who get a task while this page is open.
  const names = useMemo(() => ({ ...page.people, ...Object.fromEntries(page.peopleToAsk.map(({ id, name }) => [id, name])) }), [page]);
  const [shown, setShown] = useState(false);
  const onShown = useCallback(() => setShown(true), []);
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead title={document.title} back={<BackLink href={documentHref(document.id)}>{t("read_page")}</BackLink>} />
          <noscript>
            <Notice wide kind="warning" title={t("needs_script")}>
              {t("needs_script_text")}
            </Notice>
          </noscript>
          <Cluster>
            <SinceLine news={page.news} />
            <ReadersLine readers={page.readers} />
            {mayBecomePublic(page) ? (
              <p>
                <IconWord icon="globe">{t("may_be_public_line", { licence: document.licence })}</IconWord>
              </p>
            ) : null}
            {beside ? (
              <p>
                <a href={besideHref(document.id)}>{easy("beside")}</a>
              </p>
            ) : null}
          </Cluster>
          <div className="writing">
            <div>
              {inBrowser && line ? (
                <FailedEditor fallback={<Notice wide kind="error" title={t("editor_failed")} />}>
                  <Suspense>
                    <PeopleNamesProvider value={names}>
                      <EditorPane id={document.id} title={document.title} line={line} keepFor={keepFor} people={page.peopleToAsk} onShown={onShown} link={link} beside={besideLink} />
                    </PeopleNamesProvider>
                  </Suspense>
                </FailedEditor>
              ) : null}
              {shown ? null : <Readable />}
            </div>
            <LiveThreads page={page} link={link} refusal={refusal} />
          </div>
          <Announcement page={page} wasSaid />
        </Stack>
      </PageBody>
    </div>
  );
}

/** The text as it stood when the page was made: before the editor is there, and without one. */
function Readable() {
  return (
    <div className="editor">
      <div className="editor__frame editor__frame--still">
        <MarkupPlace name={textMarkup} />
      </div>
    </div>
  );
}

function useInBrowser(): boolean {
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return inBrowser;
}

/** A part of the page that may fail to load or to run, on an old browser for instance, without taking the page with it. */
class FailedEditor extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
