import type { Editor } from "@tiptap/core";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { blockWords } from "../../blocks/words";
import { editTable, tableTools, type TableTool } from "./edit-table";
import { insertBlock, insertGroups, wordOf, type FormKey } from "./insert-block";

export interface BlockPanelProps {
  editor: Editor;
  /** What it offers: new parts, or what can be done to the table that the caret is in. */
  show: "insert" | "table";
  onDone: () => void;
  /** Something is asked about first. */
  onForm: (form: FormKey) => void;
}

/** A row of choices under the toolbar. Escape closes it and goes back to the text. */
export default function BlockPanel({ editor, show, onDone, onForm }: BlockPanelProps) {
  const t = blockWords.use();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector("button")?.focus(), [show]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onDone();
    editor.commands.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape comes up from the buttons in it.
    <div ref={panel} className="editor__panel" onKeyDown={onKeyDown}>
      {show === "insert" ? (
        insertGroups.map((group) => (
          <Group key={group.key} word={t(`insert_${group.key}`)}>
            {group.items.map((key) => (
              <Choice key={key} onClick={() => { onDone(); insertBlock(editor, key, onForm); }}>
                {t(wordOf(key))}
              </Choice>
            ))}
          </Group>
        ))
      ) : (
        <Group word={t("table_tools")}>
          {(Object.keys(tableTools) as TableTool[]).map((tool) => (
            <Choice key={tool} onClick={() => { if (tool === "table_remove") onDone(); editTable(editor, tool); }}>
              {t(tool)}
            </Choice>
          ))}
        </Group>
      )}
    </div>
  );
}

function Group({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={word}>
      <p className="editor__group">{word}</p>
      <div className="editor__choices">{children}</div>
    </div>
  );
}

function Choice({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="editor__tool editor__choice" onMouseDown={(event) => event.preventDefault()} onClick={onClick}>
      {children}
    </button>
  );
}
