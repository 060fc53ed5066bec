import { GroupChoice, ReadersLine } from "~/features/groups/readers-line";
import { useLanguage } from "~/platform/define-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Notice, PageBody, PageHead, Stack } from "~/ui";
import { ActivityForm, useActivityRefusal } from "./activity-form";
import { amountOf } from "./price";
import type { ChangeForm, PlanForm } from "./read-plan-form.server";
import { activityHref } from "./views";
import { activityWords } from "./words";

interface Refused {
  refusal?: FormRefusal;
}

/** What an activity begins with: learning questions, or the experiment that it belongs to. */
export interface PlanFrom {
  bundle: { id: string; title: string } | null;
  experiment: { id: string; title: string } | null;
}

/** Planning an activity. */
export function PlanActivityScreen({ form, from: { bundle, experiment }, refusal }: Refused & { form: PlanForm; from: PlanFrom }) {
  const t = activityWords.use();
  const { errorFor } = useActivityRefusal(refusal);
  const list = `/leerplekken/${form.space.slug}/activiteiten`;
  const [what, value] = bundle ? ["bundel", bundle.id] : experiment ? ["experiment", experiment.id] : ["leerplek", form.space.slug];
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_plan")} back={<BackLink href={list}>{t("to_activities")}</BackLink>} />
        {bundle ? <Notice icon="lightbulb">{t("from_bundle", { title: bundle.title })}</Notice> : null}
        {experiment ? <Notice icon="sprout">{t("from_experiment", { title: experiment.title })}</Notice> : null}
        <ActivityForm
          action={`/activiteiten/nieuw?${what}=${value}`}
          // The same id again after a refusal: it may have arrived all the same.
          hidden={{ id: refusal?.values.id ?? form.newId, experimentId: experiment?.id ?? "" }}
          readers={<GroupChoice legend={t("group")} groups={form.groups} chosen={refusal?.values.groupId} error={errorFor("groupId")} />}
          values={{ title: bundle?.title, contactName: form.contact.name, contactPhone: form.contact.phone }}
          municipalities={form.municipalities}
          today={form.today}
          sendWord={t("send_plan")}
          cancel={list}
          refusal={refusal}
        />
      </Stack>
    </PageBody>
  );
}

/** Changing an activity; who is on the list hears when it is another moment or place. */
export function ChangeActivityScreen({ form, refusal }: Refused & { form: ChangeForm }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { activity, when } = form;
  const href = activityHref(activity.id);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_change")} lead={t("lead_change")} back={<BackLink href={href}>{t("to_activity")}</BackLink>} />
        <ActivityForm
          action={`${href}/aanpassen`}
          hidden={{ rev: refusal?.values.rev ?? String(activity.rev) }}
          readers={<ReadersLine readers={form.readers} />}
          values={{
            ...when,
            title: activity.title,
            description: activity.description,
            place: activity.place,
            nis: activity.nis ?? "",
            howToGetThere: activity.howToGetThere,
            places: activity.places === null ? "" : String(activity.places),
            price: activity.priceCents === 0 ? "" : amountOf(activity.priceCents, language),
            contactName: activity.contactName,
            contactPhone: activity.contactPhone,
          }}
          municipalities={form.municipalities}
          sendWord={ui("save")}
          cancel={href}
          refusal={refusal}
        />
      </Stack>
    </PageBody>
  );
}
