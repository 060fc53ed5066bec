import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, CopyText, DateText, Form, FormActions, Notice, PrintButton, PrintCard, Select, Stack, TextField } from "~/ui";
import { groupWords } from "./words";

export interface MadeInvitations {
  codes: string[];
  expiresAt: string;
  how: "invited" | "card";
}

export interface InviteScreenProps {
  slug: string;
  spaceId: string;
  spaceName: string;
  installation: string;
  /** `https://…`, for the links. */
  publicUrl: string;
  /** Groups one may invite into. */
  groups: { id: string; name: string }[];
  chosen: string;
  batch: string;
  made?: MadeInvitations;
  refusal?: FormRefusal;
}

/** Links to send or cards to print, each for one person; inside the frame of running a leerplek. */
export function InviteScreen(props: InviteScreenProps) {
  const { slug, spaceId, spaceName, installation, publicUrl, groups, chosen, batch, made, refusal } = props;
  const t = groupWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { summary, errorFor } = useRefusal(refusal);
  return (
    <Stack space="loose">
      {summary}
      {made ? (
        <Stack>
          <Notice flash kind="success" title={t("invited_title", { count: made.codes.length })}>
            <p>
              {t("invited_text")} {t("invited_until")} <DateText at={made.expiresAt} language={language} dayOnly />.
            </p>
          </Notice>
          {made.codes.map((code) => (
            <Stack key={code} space="tight">
              <CopyText id={`link-${code}`} label={t("link")} value={`${publicUrl}/uitnodiging/${code}`} copyWord={ui("copy")} copiedWord={ui("copied")} />
              <PrintCard brandName={installation} title={t("card_title", { name: spaceName })} lines={[{ term: t("card_code"), value: code }]}>
                <p>{t("card_text", { address: `${publicUrl.replace(/^https?:\/\//, "")}/uitnodiging` })}</p>
              </PrintCard>
            </Stack>
          ))}
          <PrintButton word={ui("print")} />
        </Stack>
      ) : null}
      <Form action={`/leerplekken/${slug}/beheer/uitnodigen`} busyWord={ui("busy")} hidden={{ batch, spaceId }}>
        {groups.length > 0 ? (
          <Select
            name="groupId"
            label={t("invite_where")}
            error={errorFor("groupId")}
            defaultValue={refusal?.values.groupId ?? chosen}
            options={[{ value: "", word: t("invite_space", { name: spaceName }) }, ...groups.map((group) => ({ value: group.id, word: group.name }))]}
          />
        ) : (
          <input type="hidden" name="groupId" value="" />
        )}
        <TextField name="count" type="number" inputMode="numeric" size="short" min={1} max={10} label={t("invite_count")} hint={t("invite_count_hint")} error={errorFor("count")} defaultValue={refusal?.values.count ?? "1"} required />
        <FormActions>
          <Button icon="plus">{t("invite_button")}</Button>
        </FormActions>
      </Form>
    </Stack>
  );
}
