import { Badge, Button, Card, Form, Prose, Section, Stack, TextArea } from "~/ui";
import { uiWords } from "~/platform/ui-words";
import type { StudyWorkView } from "./read-studies.server";
import { researchWords } from "./words";

type Space = StudyWorkView["spaces"][number];
const kinds = { in: "good", out: "bad", waiting: "wait" } as const;

/** The named spaces, what each organisation said, and the answer of those the reader may speak for. */
export function StudySpaces({ study, action }: { study: StudyWorkView; action: string }) {
  const t = researchWords.use();
  const mine = new Map(study.spaces.flatMap((one) => one.organisations).filter((one) => one.mine).map((one) => [one.id, one]));
  const answers = study.state === "closed" || study.state === "key_destroyed" ? [] : [...mine.values()];
  return (
    <Section id="leerplekken" title={t("work_spaces")}>
      <Stack>
        <p>{t("work_spaces_lead")}</p>
        {answers.map((one) => (
          <AnswerForm key={one.id} organisation={one} study={study.id} action={action} />
        ))}
        {study.spaces.map((space) => (
          <SpaceCard key={space.id} space={space} />
        ))}
      </Stack>
    </Section>
  );
}

function SpaceCard({ space }: { space: Space }) {
  const t = researchWords.use();
  const said = (agrees: boolean | null) => t(agrees === null ? "organisation_none" : agrees ? "organisation_yes" : "organisation_no");
  return (
    <Card title={space.name} above={<Badge kind={kinds[space.standing]}>{t(`standing_${space.standing}`)}</Badge>}>
      <Prose>
        <ul>
          {space.organisations.map((one) => (
            <li key={one.id}>
              {one.name}: {said(one.agrees)}
              {one.reason ? ` – ${one.reason}` : ""}
            </li>
          ))}
        </ul>
      </Prose>
    </Card>
  );
}

function AnswerForm({ organisation, study, action }: { organisation: Space["organisations"][number]; study: string; action: string }) {
  const t = researchWords.use();
  const ui = uiWords.use();
  return (
    <Card soft title={t("organisation_answer", { name: organisation.name })}>
      <Form action={action} hidden={{ intent: "answer", study, organisation: organisation.id }}>
        <TextArea name="reason" id={`reason-${organisation.id}`} label={t("organisation_reason")} optionalWord={ui("optional")} defaultValue={organisation.reason} maxLength={2_000} rows={2} />
        <div className="choices--equal">
          <Button name="answer" value="yes" kind="secondary" wide>
            {t("organisation_say_yes")}
          </Button>
          <Button name="answer" value="no" kind="secondary" wide>
            {t("organisation_say_no")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
