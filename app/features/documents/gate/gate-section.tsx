import { Disclosure, Notice, ProgressLine, Section, Stack } from "~/ui";
import { documentHref } from "../views";
import { hintKinds, sectionId, type Hint, type Judgement } from "./judge-text";
import { gateWords } from "./words";

/**
 * What a reader may stumble over: what stops the text from being public first, then tips by kind, each leading to its place.
 * `words` is where the list of difficult words is changed, for who may.
 */
export function Gate({ documentId, judgement, words }: { documentId: string; judgement: Judgement; words: string | null }) {
  const t = gateWords.use();
  const { hints, more } = judgement;
  const must = hints.filter(({ kind }) => kind === "alt_missing");
  const kinds = hintKinds.filter((kind) => kind !== "alt_missing" && hints.some((hint) => hint.kind === kind));
  return (
    <Section id="nakijken" title={t("title")}>
      <Stack>
        <p className="soft">{t("lead")}</p>
        <Score judgement={judgement} />
        {must.length > 0 ? (
          <Notice wide kind="error" title={t("must_title")}>
            <p>
              {t("must_text")} {t("alt_missing_hint")}
            </p>
            <Places documentId={documentId} hints={must} />
          </Notice>
        ) : null}
        {hints.length === 0 ? <Notice wide kind="success">{t("nothing")}</Notice> : null}
        {kinds.map((kind) => {
          const these = hints.filter((hint) => hint.kind === kind);
          return (
            <Disclosure
              key={kind}
              summary={
                <span>
                  {t(kind)} <span className="soft">· {t("count", { count: these.length })}</span>
                </span>
              }
            >
              <p>{t(`${kind}_hint`)}</p>
              <Places documentId={documentId} hints={these} />
              {kind === "difficult_word" && words ? (
                <p>
                  {t("from_list")} <a href={words}>{t("change_list")}</a>
                </p>
              ) : null}
            </Disclosure>
          );
        })}
        {more > 0 ? <p>{t("more", { count: more })}</p> : null}
      </Stack>
    </Section>
  );
}

/** Said where the button to publish would stand, while something must be mended first. */
export function PublishBlocked() {
  const t = gateWords.use();
  return (
    <Notice wide kind="error" title={t("publish_blocked")}>
      <p>
        {t("publish_blocked_text")} <a href="#nakijken">{t("to_hints")}</a>
      </p>
    </Notice>
  );
}

const goodScore = 80;
const fairScore = 60;

function Score({ judgement: { score, easy, sentences } }: { judgement: Judgement }) {
  const t = gateWords.use();
  if (score === null) return <p>{t("score_none")}</p>;
  const verdict = score >= goodScore ? t("score_good") : score >= fairScore ? t("score_fair") : t("score_poor");
  return (
    <Stack space="tight">
      <p>
        <strong>{verdict}</strong>
      </p>
      <ProgressLine sentence={t("score", { easy, sentences })} value={easy} max={sentences} />
      <p className="small soft">{t("score_how")}</p>
    </Stack>
  );
}

function Places({ documentId, hints }: { documentId: string; hints: Hint[] }) {
  const t = gateWords.use();
  return (
    <ul className="stack stack--tight">
      {hints.map((hint, index) => (
        <li key={index}>
          {hint.quote ? <>{hint.instead ? t("instead", { word: hint.quote, instead: hint.instead }) : <q>{hint.quote}</q>} </> : null}
          <a className="small" href={`${documentHref(documentId)}#${hint.section === 0 ? "tekst" : sectionId(hint.section)}`}>
            {hint.section === 0 ? t("place_start") : t("place", { title: hint.sectionTitle })}
          </a>
        </li>
      ))}
    </ul>
  );
}
