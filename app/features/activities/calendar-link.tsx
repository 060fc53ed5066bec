import { IconWord } from "~/ui";
import { activityHref } from "./views";
import { activityWords } from "./words";

/** The file for somebody's own agenda. */
export function CalendarLink({ id }: { id: string }) {
  const t = activityWords.use();
  return (
    <p>
      <a href={`${activityHref(id)}/agenda.ics`} download>
        <IconWord icon="calendar-days">{t("to_calendar")}</IconWord>
      </a>
    </p>
  );
}
