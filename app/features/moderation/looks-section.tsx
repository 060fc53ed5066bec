import { useLanguage } from "~/platform/define-words";
import { DateText, Section, Stack } from "~/ui";
import { moderationWords } from "./words";

/** On the page of a closed group: which officials looked in for a report, and when. */
export function LooksSection({ looks }: { looks: { name: string; at: string }[] }) {
  const t = moderationWords.use();
  const language = useLanguage();
  return (
    <Section id="meekijken" title={t("looks_title")}>
      {looks.length > 0 ? (
        <Stack as="ul" space="tight">
          {looks.map((one) => (
            <li key={one.at}>
              {one.name}. <DateText at={one.at} language={language} />
            </li>
          ))}
        </Stack>
      ) : (
        <p className="soft">{t("looks_none")}</p>
      )}
    </Section>
  );
}
