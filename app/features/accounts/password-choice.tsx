import { Button, RadioGroup } from "~/ui";
import { PasswordInput } from "./password-input";
import { accountWords } from "./words";

export interface PasswordChoiceProps {
  /** Four words that the server proposes. */
  proposed: string;
  chosen?: string;
  errorFor: (field: string) => string | undefined;
  /** See `PasswordInput`. */
  plainHref?: string;
  shown?: boolean;
}

/** Four words to take, or a password of one's own. The words travel along, so that what somebody wrote down stays right. */
export function PasswordChoice({ proposed, chosen, errorFor, plainHref, shown }: PasswordChoiceProps) {
  const t = accountWords.use();
  return (
    <>
      <input type="hidden" name="proposed" value={proposed} />
      <RadioGroup
        name="choice"
        legend={t("password_question")}
        hint={t("password_question_hint")}
        error={errorFor("choice")}
        defaultValue={chosen}
        options={[
          {
            value: "words",
            word: t("take_words"),
            hint: (
              <>
                <span className="card-code" lang="nl">
                  {proposed}
                </span>
                <br />
                {t("take_words_hint")}
              </>
            ),
          },
          { value: "own", word: t("own_password"), hint: t("own_password_hint") },
        ]}
      />
      <Button kind="quiet" icon="refresh-cw" small name="intent" value="other-words">
        {t("other_words")}
      </Button>
      <PasswordInput
        name="password"
        label={t("own_password_field")}
        hint={t("own_password_field_hint")}
        error={errorFor("password")}
        autoComplete="new-password"
        plainHref={plainHref}
        shown={shown}
      />
    </>
  );
}
