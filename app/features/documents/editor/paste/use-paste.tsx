import type { EditorOptions } from "@tiptap/core";
import { useMemo, useState, type ReactNode } from "react";
import { blockWords } from "../../blocks/words";
import { documentWords } from "../../words";
import { writable } from "../../content-rules";
import { partsOf, pasteParts } from "../paste-in-parts";
import { cleanPaste } from "./clean-paste";

export interface Paste {
  /** For the editor. */
  props: Pick<EditorOptions["editorProps"], "transformPastedHTML" | "transformPastedText" | "handlePaste">;
  /** What became of the last paste: too much of it, or pictures that stayed behind. */
  said: ReactNode;
}

/** What is pasted into a text or a proposal: cleaned, in parts that each fit in one push, and said in words where not all of it came. */
export function usePaste(): Paste {
  const t = documentWords.use();
  const blocks = blockWords.use();
  const [tooLarge, setTooLarge] = useState(false);
  const [leftBehind, setLeftBehind] = useState(0);
  const props = useMemo<Paste["props"]>(
    () => ({
      transformPastedHTML: (html) => {
        const { html: clean, pictures } = cleanPaste(html);
        setLeftBehind(pictures);
        return clean;
      },
      transformPastedText: writable,
      handlePaste: (view, _event, slice) => {
        const parts = partsOf(slice, view.state.schema);
        setTooLarge(parts === "too_large");
        if (Array.isArray(parts)) pasteParts(view, parts);
        return parts !== null;
      },
    }),
    [],
  );
  const said = (
    <>
      {tooLarge ? (
        <p className="field__error" role="alert">
          {t("paste_too_large")}
        </p>
      ) : null}
      {leftBehind > 0 ? (
        <p className="field__hint" role="status">
          {blocks("pictures_left", { count: leftBehind })}
        </p>
      ) : null}
    </>
  );
  return { props, said };
}
