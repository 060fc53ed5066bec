import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { formatSpan, Notice, Poster, PrintPage, SignUpList } from "~/ui";
import { useNameOf } from "./people-table";
import { amountOf } from "./price";
import type { PosterView } from "./read-poster.server";
import type { SignUpPage } from "./read-sign-ups.server";
import { activityHref, placeLine, type ActivityView } from "./views";
import { activityWords } from "./words";

function useWhen(activity: ActivityView): string {
  const language = useLanguage();
  return formatSpan(new Date(activity.startsAt), new Date(activity.endsAt), { language });
}

/** Lines to write on at the table, for who comes unannounced. */
const emptyLines = 8;

/** The list to lay on the table. */
export function PrintListScreen({ page }: { page: SignUpPage }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const nameOf = useNameOf();
  const { activity } = page;
  const when = useWhen(activity);
  return (
    <PrintPage title={t("title_list_print")} lead={t("lead_list_print")} back={{ href: `${activityHref(activity.id)}/deelnemers`, word: t("title_people") }} printWord={ui("print")}>
      <SignUpList
        title={activity.title}
        text={`${when}, ${placeLine(activity.place, page.municipality)}`}
        columns={[t("column_name"), t("column_phone"), t("column_present")]}
        rows={page.comes.map((person) => [nameOf(person), person.phone])}
        emptyLines={emptyLines}
        emptyLabel={t("empty_line")}
      />
    </PrintPage>
  );
}

/** The poster for the board in the library. */
export function PosterScreen({ view }: { view: PosterView }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { activity, place } = view;
  const when = useWhen(activity);
  return (
    <PrintPage
      title={t("title_poster")}
      lead={t("lead_poster")}
      back={{ href: activityHref(activity.id), word: t("to_activity") }}
      printWord={ui("print")}
      accent={place.accent}
      remarks={view.open ? null : <Notice kind="warning">{t("poster_closed")}</Notice>}
    >
      <Poster
        brandName={view.installation}
        theme={place.theme}
        title={activity.title}
        when={when}
        text={activity.description.length <= 240 ? activity.description : undefined}
        facts={[
          { term: t("where"), value: placeLine(activity.place, view.municipality) },
          { term: t("term_price"), value: activity.priceCents === 0 ? ui("state_free") : t("euro", { amount: amountOf(activity.priceCents, language) }) },
        ]}
        qr={view.qr}
        invite={t("poster_invite")}
        address={view.address}
        phoneLine={t("poster_phone", { name: activity.contactName, phone: activity.contactPhone.replace(/ /g, "\u00a0") })}
        by={place.space.name}
      />
    </PrintPage>
  );
}
