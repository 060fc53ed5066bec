import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useState } from "react";
import { Button } from "~/ui";
import { documentWords } from "../words";
import { goToThread, passageIn, threadAt } from "./mark-passages";
import type { PassageLink } from "./passage-link";

/** The button for a remark on what is chosen, or to the thread on where the caret is; always in its place. Pressed too early it says what to do first. */
export function PassageBar({ editor, link }: { editor: Editor; link: PassageLink }) {
  const t = documentWords.use();
  const now = useEditorState({ editor, selector: ({ editor: { state } }) => (passageIn(state) ? "chosen" : threadAt(state) ? "thread" : "nothing") });
  const [early, setEarly] = useState(false);
  return (
    <div className="passage-bar">
      <Button
        type="button"
        kind="quiet"
        small
        icon="message-circle"
        aria-disabled={now === "nothing" || undefined}
        // What is chosen in the text stays so.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setEarly(!goToThread(editor.state, link))}
      >
        {t(now === "thread" ? "passage_to_thread" : "passage_comment")}
      </Button>
      <span role="status">{early && now === "nothing" ? t("passage_how") : ""}</span>
    </div>
  );
}
