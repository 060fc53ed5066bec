import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { uiWords } from "~/platform/ui-words";
import { LinkButton, SpaceShell, type NavItem } from "~/ui";
import { SpaceBadges } from "./space-badges";
import type { SpaceFrameView } from "./space-page.server";
import { spaceWords } from "./words";

/** Pages where somebody who looks around may want to join. */
const lists = /\/(gesprekken|teksten|experimenten|activiteiten|wie-doet-mee)$/;

/** The leerplek around one of its pages: its name, who runs it, its parts, and the way in. */
export function SpaceFrame({ frame, children }: { frame: SpaceFrameView; children: ReactNode }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { pathname } = useLocation();
  const home = `/leerplekken/${frame.slug}`;
  const item = (part: string, word: string, icon: NavItem["icon"], more: Partial<NavItem> & { below?: RegExp } = {}): NavItem => {
    const { below, ...rest } = more;
    const href = `${home}/${part}`;
    const within = pathname.startsWith(`${href}/`) || below?.test(pathname);
    return { href, word, icon, current: pathname === href ? "page" : within ? "section" : undefined, ...rest };
  };
  const items = [
    { ...item("", ui("nav_space_about"), "info", { shortWord: t("nav_about_short") }), href: home, current: pathname === home ? ("page" as const) : undefined },
    item("gesprekken", ui("nav_discussions"), "messages-square"),
    item("teksten", ui("nav_space_texts"), "file-text", { shortWord: t("nav_texts_short"), below: /\/moeilijke-woorden$/ }),
    item("experimenten", ui("nav_space_experiments"), "sprout"),
    item("activiteiten", ui("nav_activities"), "calendar-days"),
    item("wie-doet-mee", ui("nav_space_members"), "users-round", { below: /\/(leden|mijn-naam)/ }),
  ];
  if (frame.staff || frame.helper) items.push(item("beheer", ui("nav_desk"), "layout-dashboard"));
  const front = pathname === home;
  return (
    <SpaceShell
      accent={frame.accent}
      icon={frame.icon}
      theme={frame.theme}
      name={frame.name}
      href={home}
      front={front}
      status={front || frame.status !== "open" ? <SpaceBadges {...frame} /> : undefined}
      by={front && frame.by.length > 0 ? t("run_by", { names: frame.by.join(", ") }) : undefined}
      nav={{ label: ui("nav_space"), items }}
      action={front || (frame.shownName === null && lists.test(pathname)) ? <Way frame={frame} home={home} /> : undefined}
    >
      {children}
    </SpaceShell>
  );
}

/** Joining, asking, or on the front the name one has here. */
function Way({ frame, home }: { frame: SpaceFrameView; home: string }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { join } = frame.may;
  if (frame.shownName !== null) {
    return (
      <LinkButton href={`${home}/mijn-naam`} icon="user-round" kind="secondary" small>
        {t("you_are", { name: frame.shownName })}
      </LinkButton>
    );
  }
  if (join === true || (join === "sign_in" && frame.status === "open" && frame.joining === "open")) {
    return (
      <LinkButton href={`${home}/doe-mee`} icon="plus">
        {ui("join")}
      </LinkButton>
    );
  }
  if (frame.status === "open" && (join === "join_group" || (join === "sign_in" && frame.joining === "request"))) {
    return (
      <LinkButton href={`${home}/doe-mee`} icon="plus">
        {ui("ask_to_join")}
      </LinkButton>
    );
  }
  return null;
}
