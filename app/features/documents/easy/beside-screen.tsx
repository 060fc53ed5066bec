import type { ReactNode } from "react";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Badge, Button, Disclosure, Form, LinkButton, Notice, PageBody, PageHead, Stack } from "~/ui";
import { ComparedView } from "../compare/compared-view";
import { isEmptyContent } from "../content";
import { ContentView } from "../content-view";
import { documentHref } from "../views";
import { documentWords } from "../words";
import type { BesidePage } from "./read-beside.server";
import { besideHref, type BesideBlock, type BesideRow } from "./views";
import { easyWords } from "./words";

/** Which states ask something of who writes. */
export const asks = (state: BesideRow["state"]) => state !== "current" && state !== "own";
const looks = { current: "good", own: "plain", behind: "wait", unsure: "wait", gone: "wait", missing: "plain", empty: "plain" } as const;

/** A text and its easy version, part by part beside each other; what to do about each part is a plain form. */
export function BesideScreen({ page, refusal }: { page: BesidePage; refusal?: FormRefusal }) {
  const t = easyWords.use();
  const documents = documentWords.use();
  const { summary } = useRefusal(refusal);
  const { document, rows, may } = page;
  const open = rows.filter(({ state }) => asks(state)).length;
  return (
    <div className={accentClass(page.place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead
            title={t("beside_title")}
            lead={t("beside_lead")}
            above={document.title}
            back={<BackLink href={documentHref(document.id)}>{documents("read_page")}</BackLink>}
            actions={
              may.align === true ? (
                <LinkButton href={`${documentHref(document.id)}/schrijven`} icon="pencil">
                  {t("write")}
                </LinkButton>
              ) : undefined
            }
          />
          {summary}
          <Notice wide kind={open > 0 ? "warning" : "success"}>
            {open > 0 ? t("behind", { count: open }) : t("all_current")}
          </Notice>
          <ol role="list" className="stack">
            {rows.map((row, index) => (
              <li key={index} id={`stuk-${index + 1}`} className="card">
                <Stack space="tight">
                  <Row page={page} row={row} number={index + 1} />
                </Stack>
              </li>
            ))}
          </ol>
        </Stack>
      </PageBody>
    </div>
  );
}

function Row({ page, row, number }: { page: BesidePage; row: BesideRow; number: number }) {
  const t = easyWords.use();
  return (
    <>
      <div className="cluster">
        <h2 className="small">{t("part", { number })}</h2>
        <Badge kind={looks[row.state]}>{t(`state_${row.state}`)}</Badge>
      </div>
      <div className="beside-pair">
        <Side word={t("source")} blocks={row.source} page={page} />
        <Side word={t("easy")} blocks={row.easy} page={page} isEasy />
      </div>
      {row.changed ? (
        <Disclosure summary={t("what_changed")} bare>
          <div className="prose">
            <ComparedView blocks={row.changed.blocks} />
          </div>
        </Disclosure>
      ) : null}
      {page.may.align === true && asks(row.state) ? <Acts page={page} row={row} number={number} /> : null}
    </>
  );
}

function Side({ word, blocks, page, isEasy = false }: { word: string; blocks: BesideBlock[]; page: BesidePage; isEasy?: boolean }) {
  const t = easyWords.use();
  const content = { type: "doc", content: blocks.map(({ node }) => node) };
  return (
    <div className={isEasy ? "beside beside--now" : "beside"}>
      <p className="soft small">{word}</p>
      {isEmptyContent(content) ? <p className="soft">{t("nothing_here")}</p> : <ContentView content={content} people={page.people} />}
    </div>
  );
}

function Acts({ page, row, number }: { page: BesidePage; row: BesideRow; number: number }) {
  const t = easyWords.use();
  const { above, sign, state } = row;
  const [source, easy] = [row.source, row.easy].map((blocks) => blocks.map(({ key }) => key)) as [string[], string[]];
  if (state === "empty") return null;
  if (state !== "missing") {
    return (
      <Send page={page} number={number} hidden={{ intent: "align-easy", sign }} keys={{ easy, source }}>
        {state === "gone" ? t("keep_own") : t("check")}
      </Send>
    );
  }
  return (
    <div className="cluster">
      {source.length === 1 ? (
        <Send page={page} number={number} hidden={{ intent: "take-easy-block", sign, push: `${page.newPush.slice(0, -4)}${String(number).padStart(4, "0")}` }} keys={{ source }}>
          {t("take_over")}
        </Send>
      ) : null}
      {above ? (
        <Send page={page} number={number} hidden={{ intent: "align-easy", sign: above.sign }} keys={{ easy: above.easy, source: above.source }}>
          {t("belongs_above")}
        </Send>
      ) : null}
    </div>
  );
}

function Send({ page, number, hidden, keys, children }: { page: BesidePage; number: number; hidden: Record<string, string>; keys: Record<string, string[]>; children: ReactNode }) {
  const ui = uiWords.use();
  return (
    <Form action={`${besideHref(page.document.id)}#stuk-${number}`} busyWord={ui("busy")} hidden={hidden}>
      {Object.entries(keys).map(([name, blocks]) => blocks.map((key) => <input key={`${name} ${key}`} type="hidden" name={name} value={key} />))}
      <div>
        <Button kind="secondary" small>
          {children}
        </Button>
      </div>
    </Form>
  );
}
