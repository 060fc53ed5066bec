import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Card, CardList, DateText, Disclosure, EmptyState, Form, FormActions, PlainText, Stack, TextArea } from "~/ui";
import type { WaitingRequest } from "./read-requests.server";
import { groupWords } from "./words";

/** People who wait to be let in; inside the frame of running a leerplek. */
export function RequestsScreen({ slug, requests, refusal }: { slug: string; requests: WaitingRequest[]; refusal?: FormRefusal }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { summary, errorFor } = useRefusal(refusal);
  const action = `/leerplekken/${slug}/beheer/vragen`;
  if (requests.length === 0) {
    return (
      <Stack>
        {summary}
        <EmptyState icon="check" title={t("requests_none")}>
          {t("requests_none_text")}
        </EmptyState>
      </Stack>
    );
  }
  return (
    <Stack>
      {summary}
      <CardList>
        {requests.map((one) => (
          <Card key={one.id} title={one.shownName} heading="h2" above={<a href={`/groepen/${one.groupId}`}>{one.groupName}</a>} meta={<DateText at={one.askedAt} language={language} />}>
            <Stack>
              {one.text ? <PlainText text={one.text} /> : <p className="soft">{t("request_no_text")}</p>}
              {one.mine ? (
                <p>{t("request_yours")}</p>
              ) : (
                <>
                  <Form action={action} busyWord={ui("busy")} hidden={{ requestId: one.id, decision: "accept" }}>
                    <Button icon="check">
                      {t("accept")}
                      <span className="visually-hidden">: {one.shownName}</span>
                    </Button>
                  </Form>
                  <Disclosure
                    summary={
                      <>
                        {t("decline")}
                        <span className="visually-hidden">: {one.shownName}</span>
                      </>
                    }
                    open={refusal?.values.requestId === one.id}
                  >
                    <Form action={action} busyWord={ui("busy")} hidden={{ requestId: one.id, decision: "decline" }}>
                      <TextArea
                        name="reason"
                        id={`reason-${one.id}`}
                        label={t("decline_reason")}
                        hint={t("decline_hint", { name: one.shownName })}
                        error={refusal?.values.requestId === one.id ? errorFor("reason") : undefined}
                        defaultValue={refusal?.values.requestId === one.id ? refusal.values.reason : undefined}
                        maxLength={limits.shortTextCharacters}
                        required
                      />
                      <FormActions>
                        <Button kind="secondary">{t("decline_send")}</Button>
                      </FormActions>
                    </Form>
                  </Disclosure>
                </>
              )}
            </Stack>
          </Card>
        ))}
      </CardList>
    </Stack>
  );
}
