import { Checkbox, IconWord, Prose, Stack } from "~/ui";
import { ComparedView } from "../compare/compared-view";
import { documentWords } from "../words";
import type { PartView } from "./read-proposals.server";
import { proposalWords } from "./words";

const signs = { fits: "check", moved_on: "info", done: "circle-check", gone: "triangle-alert" } as const;

/** The places that a proposal changes, each as words that came and went; with `choose` each can be ticked in the form around them. */
export function PartsView({ parts, choose = false }: { parts: readonly PartView[]; choose?: boolean }) {
  const t = proposalWords.use();
  const texts = documentWords.use();
  return (
    <Stack>
      <p className="soft">{texts("compare_how")}</p>
      <ol role="list" className="stack">
        {parts.map((part, index) => (
          <li key={part.key}>
            <article className="card" aria-labelledby={`plaats-${index + 1}`}>
              <h3 className="card__title" id={`plaats-${index + 1}`}>
                {t("place", { number: index + 1 })}
              </h3>
              <Prose lang="nl">
                <ComparedView blocks={part.blocks} />
              </Prose>
              {part.blocks.some(({ pieces }) => pieces.some(({ change }) => change)) || part.state === "done" ? null : <p>{t("no_words")}</p>}
              <State part={part} />
              {choose && part.state !== "gone" ? <Checkbox name="parts[]" id={`neem-${index + 1}`} value={part.key} word={t("take_this")} defaultChecked /> : null}
            </article>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

function State({ part: { state, taken } }: { part: PartView }) {
  const t = proposalWords.use();
  if (taken !== null) {
    return (
      <p>
        <IconWord icon={taken ? "circle-check" : "x"}>
          <strong>{t(taken ? "taken" : "not_taken")}</strong>
        </IconWord>
        {!taken && state === "gone" ? ` ${t("gone")}` : null}
      </p>
    );
  }
  if (state === "fits") return null;
  return (
    <p>
      <IconWord icon={signs[state]}>{t(state)}</IconWord>
    </p>
  );
}
