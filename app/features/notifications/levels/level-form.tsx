import { noticeLevels, type PlaceKind } from "~/permissions/notifications";
import { uiWords } from "~/platform/ui-words";
import { Button, Disclosure, Form, RadioGroup, Stack } from "~/ui";
import type { LevelView } from "./levels.server";
import { levelWords } from "./words";

export interface LevelFormProps {
  kind: PlaceKind;
  id: string;
  level: LevelView;
  /** Where to come back to. */
  back: string;
}

/** "Meldingen": how much to hear of a place, opened when wanted. Plain forms; nothing of it needs a script. */
export function LevelForm({ kind, id, level, back }: LevelFormProps) {
  const t = levelWords.use();
  const ui = uiWords.use();
  const { from, level: otherwise } = level.around;
  const why = level.own ? t("own") : t(from === "group" ? "as_group" : from === "space" ? "as_space" : "as_default", { level: t(`level_${otherwise}`) });
  return (
    <Disclosure summary={t("now", { level: t(`level_${level.level}`) })}>
      <Stack>
        <p className="soft">{why}</p>
        <Form action="/ik/meldingen" hidden={{ intent: "choose", kind, id, back }} busyWord={ui("busy")}>
          <RadioGroup
            name="level"
            id={`level-${id}`}
            legend={t(`question_${kind}`)}
            defaultValue={level.level}
            options={noticeLevels.map((value) => ({ value, word: t(`level_${value}`), hint: t(`level_${value}_hint`) }))}
          />
          <Button kind="secondary" icon="check">
            {t("save")}
          </Button>
        </Form>
        {level.own ? <DropForm id={id} back={back} /> : null}
      </Stack>
    </Disclosure>
  );
}

/** Takes a choice back. */
export function DropForm({ id, back }: { id: string; back: string }) {
  const t = levelWords.use();
  const ui = uiWords.use();
  return (
    <Form action="/ik/meldingen" hidden={{ intent: "drop", id, back }} busyWord={ui("busy")}>
      <Button kind="quiet" icon="x">
        {t("drop")}
      </Button>
    </Form>
  );
}

/** The same beside the contents of a page, with the way to all choices; nothing without an account. */
export function LevelAside({ level, ...place }: Omit<LevelFormProps, "level"> & { level: LevelView | null }) {
  const t = levelWords.use();
  if (!level) return null;
  return (
    <Stack space="tight">
      <LevelForm {...place} level={level} />
      <p>
        <a href="/ik/meldingen">{t("overview")}</a>
      </p>
    </Stack>
  );
}
