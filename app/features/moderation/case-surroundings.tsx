import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { Badge, Button, Card, DateText, Form, FormActions, MessageItem, Section, Stack } from "~/ui";
import type { CaseView } from "./read-case.server";
import { moderationWords } from "./words";

/** What was written just before and after. In a closed group it is opened first, and the members see who did. */
export function CaseSurroundings({ one }: { one: Pick<CaseView, "id" | "surroundings"> }) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { state, items } = one.surroundings;
  if (state === "none") return null;
  return (
    <Section id="omgeving" title={t("case_around")}>
      {state === "ask" ? (
        <Card soft>
          <p>{t("case_around_ask")}</p>
          <Form action={`/beheer/meldingen/${one.id}`} hidden={{ intent: "look" }} busyWord={ui("busy")}>
            <FormActions>
              <Button kind="secondary" icon="eye">
                {t("case_around_open")}
              </Button>
            </FormActions>
          </Form>
        </Card>
      ) : (
        <Stack>
          {items.map((item) => (
            <MessageItem
              key={item.id}
              id={`omgeving-${item.id}`}
              author={item.shownName}
              time={<DateText at={item.at} language={language} />}
              text={item.text}
              own={item.it}
              below={item.it ? <Badge kind="accent">{t("case_reported_here")}</Badge> : undefined}
            />
          ))}
        </Stack>
      )}
    </Section>
  );
}
