import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { codes, type Code } from "~/platform/codes";
import { errorWords } from "~/platform/error-words";
import { uiWords } from "~/platform/ui-words";
import { Button, Checkbox, FileField, TextArea } from "~/ui";
import { blockWords } from "../../blocks/words";
import { blockLimits } from "../../content-rules";
import { insertNode } from "./insert-block";

interface Wrong {
  file?: string;
  alt?: string;
  /** Of neither field. */
  other?: string;
}

/**
 * A picture from the device, with what is to be seen on it, or that it only adorns. Whatever is refused, the file and the
 * words stay as they were chosen.
 */
export default function PictureForm({ editor, at, onDone }: { editor: Editor; /** The address of the text. */ at: string; onDone: () => void }) {
  const t = blockWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef<AbortController | null>(null);
  useEffect(() => {
    form.current?.querySelector("input")?.focus();
    return () => sending.current?.abort();
  }, []);

  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const given = new FormData(event.currentTarget);
    const file = given.get("picture");
    const decorative = given.get("decorative") !== null;
    const alt = decorative ? "" : String(given.get("alt") ?? "").trim();
    const chosen = file instanceof File && file.size > 0 ? file : null;
    const missing: Wrong = { ...(chosen ? {} : { file: t("picture_choose_first") }), ...(decorative || alt ? {} : { alt: t("picture_alt_first") }) };
    setWrong(missing);
    if (!chosen || missing.alt) return;
    setBusy(true);
    const { signal } = (sending.current = new AbortController());
    const sent = await send(at, chosen, signal);
    if (signal.aborted) return;
    setBusy(false);
    if ("code" in sent) {
      const words = sent.code === null ? t("picture_failed") : say(sent.code);
      return setWrong(sent.code?.startsWith("picture_") ? { file: words } : { other: words });
    }
    // Sent again later, the same file is the same picture.
    if (!editor.isEditable || !insertNode(editor, { type: "image", attrs: { picture: sent.id, alt, decorative } })) return setWrong({ other: t("picture_not_now") });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <form ref={form} className="editor__panel" onSubmit={(event) => void onSubmit(event)} onKeyDown={onKeyDown} noValidate aria-busy={busy} aria-label={t("insert_picture")}>
      <FileField name="picture" id="picture-file" label={t("picture_file")} hint={t("picture_hint")} accept="image/jpeg,image/png,image/webp" error={wrong.file} required />
      <TextArea name="alt" id="picture-alt" label={t("picture_alt")} hint={t("picture_alt_hint")} error={wrong.alt} maxLength={blockLimits.altCharacters} rows={2} />
      <Checkbox name="decorative" id="picture-decorative" word={t("picture_decorative")} hint={t("picture_decorative_hint")} />
      {wrong.other ? (
        <p className="field__error" role="alert">
          {wrong.other}
        </p>
      ) : null}
      {busy ? <p role="status">{t("picture_busy")}</p> : null}
      <div className="cluster">
        <Button disabled={busy}>{t("picture_add")}</Button>
        <Button type="button" kind="quiet" onClick={close}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** The id of the picture; or why not, null for what is no answer at all, such as a connection that broke off. */
async function send(at: string, file: File, signal: AbortSignal): Promise<{ id: string } | { code: Code | null }> {
  const body = new FormData();
  body.set("picture", file);
  try {
    const response = await fetch(`${at}/foto`, { method: "POST", body, signal, headers: { Accept: "application/json" } });
    if (response.status === 413) return { code: "picture_too_large" };
    const { id, code } = (await response.json()) as { id?: unknown; code?: unknown };
    if (response.ok && typeof id === "string") return { id };
    return { code: typeof code === "string" && Object.prototype.hasOwnProperty.call(codes, code) ? (code as Code) : null };
  } catch {
    return { code: null };
  }
}
