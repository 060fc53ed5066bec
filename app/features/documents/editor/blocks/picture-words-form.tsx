import type { Editor } from "@tiptap/core";
import { NodeSelection, type EditorState } from "@tiptap/pm/state";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { uiWords } from "~/platform/ui-words";
import { Button, Checkbox, TextArea } from "~/ui";
import { blockWords } from "../../blocks/words";
import { blockLimits } from "../../content-rules";

/** Changes what is said about the picture that is chosen in the text; wherever it goes meanwhile, it stays that picture. */
export default function PictureWordsForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = blockWords.use();
  const ui = uiWords.use();
  const [{ picture, alt, decorative }] = useState(() => chosenPicture(editor.state));
  const [wrong, setWrong] = useState<{ alt?: string; other?: string }>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);

  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const adorns = given.get("decorative") !== null;
    const words = adorns ? "" : String(given.get("alt") ?? "").trim();
    if (!adorns && !words) return setWrong({ alt: t("picture_alt_first") });
    if (!sayOf(editor, picture, { alt: words, decorative: adorns })) return setWrong({ other: t("picture_words_gone") });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <form ref={form} className="editor__panel" onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate aria-label={t("picture_words")}>
      <TextArea name="alt" id="picture-words" label={t("picture_alt")} hint={t("picture_alt_hint")} error={wrong.alt} defaultValue={alt} maxLength={blockLimits.altCharacters} rows={2} />
      <Checkbox name="decorative" id="picture-words-decorative" word={t("picture_decorative")} hint={t("picture_decorative_hint")} defaultChecked={decorative} />
      {wrong.other ? (
        <p className="field__error" role="alert">
          {wrong.other}
        </p>
      ) : null}
      <div className="cluster">
        <Button>{t("picture_words_set")}</Button>
        <Button type="button" kind="quiet" onClick={close}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  );
}

interface Said {
  alt: string;
  decorative: boolean;
}

function chosenPicture({ selection }: EditorState): Said & { picture: unknown } {
  const { picture, alt, decorative } = selection instanceof NodeSelection && selection.node.type.name === "image" ? selection.node.attrs : {};
  return { picture: picture as unknown, alt: typeof alt === "string" ? alt : "", decorative: decorative === true };
}

/** The one that is chosen, or else the first place where the picture stands. @returns whether it is still there and may be changed. */
function sayOf(editor: Editor, picture: unknown, said: Said): boolean {
  const { state } = editor;
  let at = state.selection instanceof NodeSelection && state.selection.node.attrs["picture"] === picture ? state.selection.from : -1;
  state.doc.descendants((node, place) => {
    if (at < 0 && node.type.name === "image" && node.attrs["picture"] === picture) at = place;
  });
  if (at < 0 || !editor.isEditable) return false;
  const { tr } = state;
  tr.setNodeAttribute(at, "alt", said.alt).setNodeAttribute(at, "decorative", said.decorative);
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)));
  return true;
}
