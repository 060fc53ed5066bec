import { shorten } from "~/platform/shorten";
import { Card, Icon, IconWord } from "~/ui";
import type { SpaceInShort } from "./find-spaces.server";
import { SpaceBadges } from "./space-badges";
import { spaceWords } from "./words";

/** A leerplek in a list: what it is about, for where, by whom, how to come in. */
export function SpaceCard({ space, heading = "h3" }: { space: SpaceInShort; heading?: "h2" | "h3" }) {
  const t = spaceWords.use();
  return (
    <Card
      accent={space.theme.accent}
      heading={heading}
      title={space.name}
      href={`/leerplekken/${space.slug}`}
      above={
        <>
          <span className="badge">
            <Icon name={space.theme.icon} />
            <span>{space.theme.name}</span>
          </span>
          <SpaceBadges {...space} />
        </>
      }
      meta={
        <>
          <IconWord icon="map-pin">{space.areas.length > 0 ? space.areas.join(", ") : t("whole_region")}</IconWord>
          <IconWord icon="building-2">{t("run_by", { names: space.organisations.join(", ") })}</IconWord>
          {space.members > 0 ? <IconWord icon="users-round">{t("members", { count: space.members })}</IconWord> : null}
        </>
      }
    >
      {shorten(space.summary, 180)}
    </Card>
  );
}
