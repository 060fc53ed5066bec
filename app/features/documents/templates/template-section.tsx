import { useLanguage } from "~/platform/define-words";
import { Button, DateText, Section, Stack } from "~/ui";
import type { SettingsPage } from "../versions/read-versions.server";
import { documentHref } from "../views";
import { templateWords } from "./words";

/** Making a template of a text, making it anew and taking it back, on the page of its settings. Nothing for who may not. */
export function TemplateSection({ page }: { page: SettingsPage }) {
  const t = templateWords.use();
  const language = useLanguage();
  const { template, may, document, readers } = page;
  if (may.keepTemplate !== true && !(template && may.takeBackTemplate === true)) return null;
  const action = documentHref(document.id);
  return (
    <Section id="sjabloon" title={t("title")}>
      <Stack>
        {template ? (
          <>
            <p>
              {t("since")} <DateText at={template} language={language} />. {t("since_text")}
            </p>
            <p>
              <a href={`/teksten/nieuw?groep=${page.place.group.id}&sjabloon=${document.id}`}>{t("use")}</a>
            </p>
          </>
        ) : (
          <p>{t(readers.who === "group" ? "text_closed" : "text")}</p>
        )}
        <div className="cluster">
          {may.keepTemplate === true ? <Act action={action} intent="make-template" word={t(template ? "renew" : "make")} /> : null}
          {template ? <Act action={action} intent="take-back-template" word={t("take_back")} /> : null}
        </div>
      </Stack>
    </Section>
  );
}

function Act({ action, intent, word }: { action: string; intent: string; word: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value={intent} />
      <Button kind="secondary">{word}</Button>
    </form>
  );
}
