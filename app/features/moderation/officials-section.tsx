import { useLanguage } from "~/platform/define-words";
import { DateText, Person, Section, Stack } from "~/ui";
import { moderationWords } from "./words";

export interface OfficialsSectionProps {
  may: { name: string; function: string; organisation: string }[];
  looked: { name: string; at: string }[];
}

/** On the page of a closed group: which officials can look in, and which did. */
export function OfficialsSection({ may, looked }: OfficialsSectionProps) {
  const t = moderationWords.use();
  const language = useLanguage();
  return (
    <Section id="meekijken" title={t("officials_title")}>
      <Stack>
        {may.length > 0 ? (
          <>
            <p>{t("officials_may")}</p>
            <Stack as="ul" space="tight">
              {may.map((one) => (
                <li key={`${one.name} ${one.organisation}`}>
                  <Person name={one.name} staffFunction={`${one.function}, ${one.organisation}`} />
                </li>
              ))}
            </Stack>
          </>
        ) : (
          <p>{t("officials_none")}</p>
        )}
        <h3>{t("officials_did")}</h3>
        {looked.length > 0 ? (
          <ul>
            {looked.map((one) => (
              <li key={one.at}>
                {one.name}, <DateText at={one.at} language={language} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t("officials_never")}</p>
        )}
      </Stack>
    </Section>
  );
}
