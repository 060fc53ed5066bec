import { codes, type Code } from "~/platform/codes";
import { errorWords } from "~/platform/error-words";
import { uiWords } from "~/platform/ui-words";
import { EmptyState, LinkButton, PageBody } from "~/ui";
import { shellWords } from "./words";

/** A refusal or failure: what it is and what to do next; `group` is where that is, when the refusal says it. */
export function ErrorScreen({ status, code, group }: { status: number; code?: string; group?: string }) {
  const t = shellWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const known: Code = code && code in codes ? (code as Code) : status === 404 ? "not_found" : "failed";
  const title = known === "not_found" ? ui("not_found_title") : known === "failed" ? ui("failed_title") : t("error_title");
  return (
    <PageBody width="text">
      <EmptyState
        icon={status >= 500 ? "triangle-alert" : "info"}
        title={title}
        heading="h1"
        action={
          <>
            {known === "sign_in" ? <LinkButton href="/aanmelden">{t("error_sign_in")}</LinkButton> : null}
            {known === "join_group" && group ? <LinkButton href={`/groepen/${group}`}>{t("error_to_group")}</LinkButton> : null}
            {known === "in_trash" && group ? <LinkButton href={`/groepen/${group}/prullenbak`}>{t("error_to_trash")}</LinkButton> : null}
            <LinkButton href="/" icon="house" kind="secondary">
              {ui("go_home")}
            </LinkButton>
            <LinkButton href="/hulp" icon="life-buoy" kind="quiet">
              {t("error_help")}
            </LinkButton>
          </>
        }
      >
        {known === "not_found" ? ui("not_found_text") : say(known)}
      </EmptyState>
    </PageBody>
  );
}
