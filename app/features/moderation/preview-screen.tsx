import { uiWords } from "~/platform/ui-words";
import { Button, Card, Form, FormActions, PageBody, PageHead, Stack } from "~/ui";
import { LetterText } from "./letter-text";
import type { DecisionPreview } from "./preview-decision.server";
import { moderationWords } from "./words";

export interface PreviewScreenProps {
  caseId: string;
  preview: DecisionPreview;
  /** Id of the decision to be, so that a second tap decides once. */
  id: string;
  /** The choices, to go back with. */
  chosen: Record<string, string>;
}

/** The letter exactly as it will be sent. Only now something is decided. */
export function PreviewScreen({ caseId, preview, id, chosen }: PreviewScreenProps) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const here = `/beheer/meldingen/${caseId}/beslissen`;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("preview_title")} lead={t(preview.toReporters ? "preview_lead_reporters" : "preview_lead_author")} />
        <Card>
          <LetterText letter={preview.letter} />
        </Card>
        <Form action={here} hidden={{ ...preview.hidden, step: "decide", id }} busyWord={ui("busy")}>
          <FormActions>
            <Button icon="send">{t("preview_decide")}</Button>
          </FormActions>
          <p className="soft">{t("preview_after")}</p>
        </Form>
        <Form action={here} hidden={{ ...chosen, step: "change" }}>
          <Button kind="quiet" icon="arrow-left">
            {t("preview_back")}
          </Button>
        </Form>
      </Stack>
    </PageBody>
  );
}
