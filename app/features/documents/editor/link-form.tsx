import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { uiWords } from "~/platform/ui-words";
import { Button, TextField } from "~/ui";
import { isAllowedAddress } from "../content-rules";
import { documentWords } from "../words";

/** Where a link leads. Without a selection the address itself becomes the words. */
export function LinkForm({ editor, href, onDone }: { editor: Editor; href: string | null; onDone: () => void }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const [wrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("address") ?? "").trim();
    const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : typed.includes("@") ? `mailto:${typed}` : `https://${typed}`;
    if (!typed || !isAllowedAddress(address)) return setWrong(true);
    setLink(editor, address);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <form ref={form} className="editor__panel" onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <TextField name="address" id="link-address" label={t("link_address")} hint={t("link_hint")} error={wrong ? t("link_wrong") : undefined} defaultValue={href ?? ""} inputMode="url" autoComplete="off" />
      <div className="cluster">
        <Button icon="link">{t("link_set")}</Button>
        {href ? (
          <Button
            type="button"
            kind="secondary"
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
              close();
            }}
          >
            {t("link_remove")}
          </Button>
        ) : null}
        <Button type="button" kind="quiet" onClick={close}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  );
}

function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive("link")) {
    editor.chain().focus().insertContent({ type: "text", text: href.replace(/^(https?:\/\/|mailto:)/, ""), marks: [{ type: "link", attrs: { href } }] }).run();
  } else editor.chain().focus().extendMarkRange("link").setMark("link", { href }).run();
}
