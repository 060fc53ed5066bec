import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { uiWords } from "~/platform/ui-words";
import { Button, TextField } from "~/ui";
import { blockWords } from "../../blocks/words";
import { blockLimits, isCardAddress } from "../../content-rules";
import { insertNode } from "./insert-block";

interface Wrong {
  address?: string;
  title?: string;
}

/** Something of another site: its address and what it is called. Nothing is fetched from there, now or when it is read. */
export default function CardForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = blockWords.use();
  const ui = uiWords.use();
  const [wrong, setWrong] = useState<Wrong>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [typed, title] = ["address", "title"].map((name) => String(given.get(name) ?? "").trim()) as [string, string];
    const href = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    const missing: Wrong = { ...(isCardAddress(href) ? {} : { address: t("card_wrong") }), ...(title ? {} : { title: t("card_title_first") }) };
    setWrong(missing);
    if (missing.address || missing.title) return form.current?.querySelector<HTMLElement>(missing.address ? "#card-address" : "#card-title")?.focus();
    if (insertNode(editor, { type: "embed", attrs: { href, title } })) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <form ref={form} className="editor__panel" onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate aria-label={t("insert_card")}>
      <TextField name="address" id="card-address" label={t("card_address")} hint={t("card_hint")} error={wrong.address} inputMode="url" autoComplete="off" required />
      <TextField name="title" id="card-title" label={t("card_title")} hint={t("card_title_hint")} error={wrong.title} maxLength={blockLimits.embedTitleCharacters} autoComplete="off" required />
      <div className="cluster">
        <Button icon="link">{t("card_add")}</Button>
        <Button type="button" kind="quiet" onClick={close}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  );
}
