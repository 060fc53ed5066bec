import { ReadersLine } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, FileField, Form, FormActions, LinkButton, PageBody, PageHead, TextArea } from "~/ui";
import { addPictureHref, discussionHref } from "../views";
import { discussionWords } from "../words";
import { AltField } from "./alt-field";
import { MessagePicture } from "./message-picture";
import type { PictureAnswer } from "./post-picture.server";
import type { PictureForm } from "./read-picture-form.server";
import { usePictureSentences } from "./use-picture-sentences";
import { pictureWords } from "./words";

/** A message with a picture: choose it, say what is to be seen, write something with it if you like. */
export function PictureScreen({ form, answer }: { form: PictureForm; answer?: PictureAnswer }) {
  const t = pictureWords.use();
  const ui = uiWords.use();
  const talk = discussionWords.use();
  const { summary, errorFor } = useRefusal(answer?.refusal, { own: usePictureSentences() });
  const values = answer?.values ?? {};
  const picture = answer?.picture ?? null;
  const back = discussionHref(form.id);
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("title")} lead={t("lead", { title: form.title || talk("no_title") })} back={<BackLink href={back}>{t("back")}</BackLink>} />
        <Form
          action={addPictureHref(form.id)}
          encType="multipart/form-data"
          busyWord={t("busy")}
          hidden={{ intent: "send", id: values.id || form.nextId, ...(values.replyTo ? { replyTo: values.replyTo } : {}), ...(picture ? { brought: picture.id } : {}) }}
        >
          {summary}
          <ReadersLine readers={form.readers} />
          {picture ? <MessagePicture picture={{ ...picture, alt: values.alt || t("yours") }} onPaper /> : null}
          <FileField name="picture" label={t(picture ? "choose_another" : "choose")} hint={t("choose_hint")} accept="image/jpeg,image/png,image/webp" error={errorFor("picture")} required={!picture} />
          <AltField value={values.alt} error={errorFor("alt")} />
          <TextArea name="text" label={ui("your_message")} optionalWord={t("text_optional")} defaultValue={values.text} maxLength={limits.messageCharacters} error={errorFor("text")} rows={3} />
          <FormActions>
            <Button icon="send">{t("send")}</Button>
            <LinkButton kind="quiet" href={back}>
              {ui("cancel")}
            </LinkButton>
          </FormActions>
          <p className="soft">{t("what_we_keep")}</p>
        </Form>
      </PageBody>
    </div>
  );
}
