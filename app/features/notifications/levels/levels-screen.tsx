import type { ReactNode } from "react";
import { SettingsPage, type Refused } from "~/features/accounts/settings-page";
import { useRefusal } from "~/platform/explain-refusal";
import { LinkButton, EmptyState, Notice, Section, Stack } from "~/ui";
import { DropForm, LevelForm } from "./level-form";
import type { LevelsView, PlaceLevel } from "./read-levels.server";
import { levelWords } from "./words";

const here = "/ik/meldingen?bewaard=1";

/** Everything that somebody chose to hear or not, in one place; above it, how it reaches them. */
export function LevelsScreen({ levels, saved, refusal, children }: Refused & { levels: LevelsView; saved: boolean; children: ReactNode }) {
  const t = levelWords.use();
  const { summary } = useRefusal(refusal);
  return (
    <SettingsPage title={t("title")} lead={t("overview_lead")}>
      {saved ? (
        <Notice kind="success" flash>
          {t("saved")}
        </Notice>
      ) : null}
      {summary}
      {children}
      {levels.spaces.length === 0 ? (
        <EmptyState icon="bell" title={t("none_yet")} action={<LinkButton href="/leerplekken">{t("find_space")}</LinkButton>} />
      ) : null}
      {levels.spaces.map(({ place, inside }) => (
        <Section key={place.id} id={`plek-${place.id}`} title={place.name}>
          <Stack>
            <LevelForm kind="space" id={place.id} level={place.level} back={here} />
            {inside.map((one) => (
              <Inside key={one.id} place={one} />
            ))}
          </Stack>
        </Section>
      ))}
      {levels.lost.length > 0 ? (
        <Section id="weg" title={t("lost_title")}>
          <Stack>
            {levels.lost.map((id) => (
              <Stack key={id} space="tight">
                <p>{t("lost_place")}</p>
                <DropForm id={id} back={here} />
              </Stack>
            ))}
          </Stack>
        </Section>
      ) : null}
    </SettingsPage>
  );
}

function Inside({ place }: { place: PlaceLevel }) {
  const t = levelWords.use();
  return (
    <Stack space="tight">
      <h3>
        {t(place.kind === "group" ? "kind_group" : "kind_discussion")}: <a href={place.href}>{place.name || t("no_title")}</a>
      </h3>
      <LevelForm kind={place.kind} id={place.id} level={place.level} back={here} />
    </Stack>
  );
}
