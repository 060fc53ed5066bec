import { uiWords } from "~/platform/ui-words";
import { PasswordField, TextField, type PasswordFieldProps } from "~/ui";
import { accountWords } from "./words";

export interface PasswordInputProps extends Omit<PasswordFieldProps, "showWord" | "hideWord" | "size"> {
  /** The same page with readable passwords, for browsers in which no script can switch; it is `shown` there. */
  plainHref?: string;
  shown?: boolean;
}

/** A password that can be read while typing, with or without script. */
export function PasswordInput({ plainHref, shown, ...field }: PasswordInputProps) {
  const t = accountWords.use();
  const ui = uiWords.use();
  if (shown) return <TextField autoCapitalize="none" spellCheck={false} {...field} />;
  return (
    <>
      <PasswordField showWord={ui("show_password")} hideWord={ui("hide_password")} {...field} />
      {plainHref ? (
        <noscript>
          <p>
            <a href={plainHref}>{t("show_password_plain")}</a>
          </p>
        </noscript>
      ) : null}
    </>
  );
}
