import { ReadersLine } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { MarkedText } from "~/platform/marked-text/marked-text";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Section, Stack, TextArea } from "~/ui";
import { AltField } from "../pictures/alt-field";
import { MessagePicture } from "../pictures/message-picture";
import { pictureWords } from "../pictures/words";
import type { MessageForm } from "./read-message-form.server";
import { discussionWords } from "../words";

/** One's own message: change it, or take it back. */
export function MessageFormScreen({ form, refusal }: { form: MessageForm; refusal?: FormRefusal }) {
  const t = discussionWords.use();
  const pictures = pictureWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const action = `/gesprekken/berichten/${form.id}`;
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("title_edit")} lead={t("lead_edit", { title: form.title || t("no_title") })} back={<BackLink href={form.href}>{t("back_to_message")}</BackLink>} />
        <Stack space="sections">
          {form.may.edit === true ? (
            <Form action={action} busyWord={ui("busy")} hidden={{ intent: "edit", rev: String(form.rev) }}>
              {summary}
              <ReadersLine readers={form.readers} />
              {form.picture ? (
                <>
                  <MessagePicture picture={form.picture} />
                  <AltField value={refusal?.values.alt ?? form.picture.alt} error={errorFor("alt")} />
                </>
              ) : null}
              <TextArea
                name="text"
                label={ui("your_message")}
                defaultValue={refusal?.values.text ?? form.text}
                maxLength={limits.messageCharacters}
                error={errorFor("text")}
                rows={6}
                required={!form.picture}
                optionalWord={form.picture ? pictures("text_optional") : undefined}
              />
              <FormActions>
                <Button icon="check">{ui("save")}</Button>
                <LinkButton kind="quiet" href={form.href}>
                  {ui("cancel")}
                </LinkButton>
              </FormActions>
            </Form>
          ) : (
            <Stack>
              {form.may.edit === "forbidden" ? null : <Notice icon="lock">{t("edit_closed")}</Notice>}
              <div className="message__text">
                <MarkedText text={form.text} />
              </div>
              {form.picture ? <MessagePicture picture={form.picture} /> : null}
            </Stack>
          )}
          <Section id="verwijderen" title={t("remove_question")}>
            <Form action={action} busyWord={ui("busy")} hidden={{ intent: "remove" }}>
              <p>{t("remove_text")}</p>
              <FormActions>
                <Button kind="danger" icon="trash-2">
                  {t("remove_confirm")}
                </Button>
                <LinkButton kind="quiet" href={form.href}>
                  {t("remove_cancel")}
                </LinkButton>
              </FormActions>
            </Form>
          </Section>
        </Stack>
      </PageBody>
    </div>
  );
}
