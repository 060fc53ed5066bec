import { uiWords } from "~/platform/ui-words";
import { fieldId, IconWord, RadioGroup } from "~/ui";
import type { Readers, SomeReaders } from "./who-reads.server";

/** "De 14 leden van deze groep." */
export function useReadersWords(): (readers: SomeReaders) => string {
  const ui = uiWords.use();
  return ({ who, count }) => (who === "everyone" ? ui("reads_everyone") : ui(`reads_${who}`, { count }));
}

/** "Wie leest dit?", above what is about to be written. */
export function ReadersLine({ readers }: { readers: SomeReaders }) {
  const ui = uiWords.use();
  const words = useReadersWords();
  return (
    <p>
      <IconWord icon="eye">
        {ui("who_reads")} {words(readers)}
      </IconWord>
    </p>
  );
}

export interface GroupChoiceProps {
  /** Groups in which the actor may do it, with who reads there. */
  groups: { id: string; name: string; readers: Readers }[];
  legend: string;
  chosen?: string;
  error?: string;
}

/** The group that something new will stand in, as the field `groupId`; a single one is no choice. */
export function GroupChoice({ groups, legend, chosen, error }: GroupChoiceProps) {
  const ui = uiWords.use();
  const words = useReadersWords();
  const [only] = groups;
  if (groups.length === 1 && only) {
    return (
      <>
        <input type="hidden" name="groupId" value={only.id} />
        <ReadersLine readers={only.readers} />
      </>
    );
  }
  return (
    <RadioGroup
      name="groupId"
      id={fieldId("groupId")}
      legend={legend}
      error={error}
      defaultValue={chosen}
      options={groups.map((group) => ({ value: group.id, word: group.name, hint: `${ui("who_reads")} ${words(group.readers)}` }))}
      required
    />
  );
}
