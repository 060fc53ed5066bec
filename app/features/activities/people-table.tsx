import { uiWords } from "~/platform/ui-words";
import { ConfirmAction, DataTable } from "~/ui";
import type { ListedPerson } from "./read-sign-ups.server";
import { activityHref, phoneHref } from "./views";
import { activityWords } from "./words";

/** How somebody on a list is called. */
export function useNameOf(): (person: ListedPerson) => string {
  const t = activityWords.use();
  return ({ name, guest }) => (name === "" ? t("forgotten_guest") : guest ? `${name} (${t("guest")})` : name);
}

/** People on a list, with a way to take each of them off. */
export function PeopleTable({ caption, people, activityId, mayTakeOff }: { caption: string; people: ListedPerson[]; activityId: string; mayTakeOff: boolean }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const nameOf = useNameOf();
  if (people.length === 0) {
    return (
      <p>
        {caption}: {t("nobody_yet")}
      </p>
    );
  }
  return (
    <DataTable
      caption={`${caption} (${people.length})`}
      columns={[
        { key: "name", word: t("column_name") },
        { key: "phone", word: t("column_phone") },
        ...(mayTakeOff ? [{ key: "off", word: t("column_off") }] : []),
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          name: nameOf(person),
          phone: person.phone ? <a href={phoneHref(person.phone)}>{person.phone}</a> : "–",
          off: (
            <ConfirmAction
              word={t("off")}
              question={t("off_question", { name: nameOf(person) })}
              confirmWord={t("off_confirm")}
              cancelWord={ui("cancel")}
              action={`${activityHref(activityId)}/deelnemers`}
              hidden={{ do: "off", signUpId: person.id }}
            >
              {t("off_text")}
            </ConfirmAction>
          ),
        },
      }))}
    />
  );
}
