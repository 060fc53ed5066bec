import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Disclosure, Form, FormActions, Notice, PageHead, Section, Stack, TextArea } from "~/ui";
import { documentWords } from "../words";
import type { PlainWordsPage } from "./read-plain-words.server";
import { plainWordsHref } from "./views";
import { plainWordsWords } from "./words";

/** A leerplek's own difficult words, and the product's beneath them. */
export function PlainWordsScreen({ page, saved, refusal }: { page: PlainWordsPage; saved: boolean; refusal?: FormRefusal }) {
  const t = plainWordsWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const documents = documentWords.use();
  const { space, product } = page;
  // Who sent it when it was stopped already keeps the form, with what they typed.
  const stopped = page.may === true || refusal ? null : page.may;
  const line = refusal?.detail?.line;
  const { summary, errorFor } = useRefusal(refusal, {
    own: (code, field) => (code === "stale" ? t("stale") : field === "lines" && line ? (code === "too_long" ? t("line_long", { line }) : t("line_wrong", { line })) : undefined),
  });
  return (
    <Stack space="loose">
      <PageHead title={t("title")} lead={t("lead")} back={<BackLink href={`/leerplekken/${space.slug}/teksten`}>{documents("to_texts")}</BackLink>} />
      {summary}
      {saved && !refusal ? <Notice kind="success">{t("saved")}</Notice> : null}
      {stopped ? <Notice icon="lock">{say(stopped)}</Notice> : null}
      {stopped || refusal?.code === "stale" ? (
        <Section id="nu" title={t(stopped ? "lines" : "stale_title")}>
          <Lines text={page.lines} />
        </Section>
      ) : null}
      {/* After `stale` both lists are in sight: saving again is of the one that stands there now. */}
      {stopped ? null : (
        <Form action={plainWordsHref(space.slug)} busyWord={ui("busy")} hidden={{ spaceId: space.id, rev: refusal && refusal.code !== "stale" ? (refusal.values.rev ?? "") : String(page.rev) }}>
          <TextArea name="lines" label={t("lines")} hint={t("lines_hint")} error={errorFor("lines")} defaultValue={refusal?.values.lines ?? page.lines} maxLength={limits.plainWordsCharacters} rows={12} lang="nl" />
          <FormActions>
            <Button icon="check">{ui("save")}</Button>
          </FormActions>
        </Form>
      )}
      <Disclosure summary={t("product", { count: product.length })}>
        <p>{t("product_text")}</p>
        <Lines text={product.map(({ word, instead }) => `${word} = ${instead}`).join("\n")} />
      </Disclosure>
    </Stack>
  );
}

function Lines({ text }: { text: string }) {
  const t = plainWordsWords.use();
  if (text === "") return <p>{t("none")}</p>;
  return (
    <ul className="stack stack--tight" lang="nl">
      {text
        .split("\n")
        .filter(Boolean)
        .map((line, index) => (
          <li key={index}>{line}</li>
        ))}
    </ul>
  );
}
