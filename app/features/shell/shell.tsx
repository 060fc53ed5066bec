import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { unsentDays, unsentKept } from "~/platform/kept-on-device";
import { languages } from "~/platform/language";
import { uiWords } from "~/platform/ui-words";
import { PageShell, SessionEnd, UnsentReminder, type NavItem } from "~/ui";
import type { ShellView } from "./read-shell.server";

/** The frame around every page: main bar, own tools, help with a person and a phone number. */
export function Shell({ shell, children }: { shell: ShellView; children: ReactNode }) {
  const t = uiWords.use();
  const { pathname, search } = useLocation();
  const item = (href: string, word: string, icon: NavItem["icon"], below: RegExp): NavItem => ({
    href,
    word,
    icon,
    current: pathname === href ? "page" : below.test(pathname) ? "section" : undefined,
  });
  const bar: NavItem[] = [
    item("/", t("nav_home"), "house", /^\/$/),
    item("/gesprekken", t("nav_discussions"), "messages-square", /^\/gesprekken/),
    item("/leren", t("nav_learning"), "sprout", /^\/(leren|leervragen|leermateriaal|teksten|experimenten)/),
    item("/activiteiten", t("nav_activities"), "calendar-days", /^\/activiteiten/),
    item("/hulp", t("nav_help"), "life-buoy", /^\/hulp/),
  ];
  const tools: NavItem[] = [item("/zoeken", t("nav_search"), "search", /^\/zoeken/)];
  if (shell.signedIn) {
    tools.push({
      ...item("/berichten", t("nav_inbox"), "bell", /^\/berichten/),
      shortWord: t("nav_inbox_short"),
      count: shell.unread,
      countLabel: t("nav_inbox_count", { count: shell.unread }),
      countFrom: shell.calm ? undefined : "/berichten/aantal",
    });
    tools.push(item("/ik", t("nav_me"), "user-round", /^\/ik/));
    if (shell.staff) tools.push(item("/beheer", t("nav_desk"), "layout-dashboard", /^\/beheer/));
  } else {
    tools.push(item("/aanmelden", t("nav_sign_in"), "log-in", /^\/(aanmelden|account-maken)/));
  }
  return (
    <PageShell
      skipWord={t("skip")}
      demoBanner={shell.demo ? t("demo_banner") : undefined}
      brand={{ name: shell.installation, href: "/" }}
      bar={{ label: t("nav_main"), items: bar }}
      tools={{ label: t("nav_tools"), items: tools }}
      sharedComputer={shell.sharedUntil ? <SharedComputer /> : undefined}
      unsent={
        shell.signedIn && !shell.sharedUntil ? <UnsentReminder kept={unsentKept} days={unsentDays} text={t("unsent_reminder")} linkWord={t("unsent_open")} href="/gesprekken/" /> : undefined
      }
      sessionEnd={
        shell.sharedUntil ? (
          <SessionEnd
            endsAt={shell.sharedUntil}
            text={t("session_warning", { count: 2 })}
            extendWord={t("session_extend")}
            extendAction="/session/extend"
            endedText={t("session_ended")}
          />
        ) : undefined
      }
      foot={{
        help: {
          title: t("foot_help_title"),
          text: t("foot_help_text", { name: shell.help.name }),
          phone: shell.help.phone,
          email: shell.help.email,
        },
        about: {
          title: t("foot_about", { name: shell.installation }),
          links: [
            { href: "/over", word: t("foot_about", { name: shell.installation }) },
            { href: "/plan", word: t("foot_plan") },
            { href: "/afspraken", word: t("foot_house_rules") },
            { href: "/privacy", word: t("foot_privacy") },
            { href: "/toegankelijkheid", word: t("foot_accessibility") },
            { href: "/hulp", word: t("foot_contact") },
          ],
        },
        language: {
          label: t("foot_language"),
          action: "/taal",
          back: pathname + search,
          options: languages.map((code) => ({ code, name: t(`language_${code}`), current: code === shell.language })),
        },
      }}
    >
      {children}
    </PageShell>
  );
}

function SharedComputer() {
  const t = uiWords.use();
  return (
    <form method="post" action="/afmelden" className="cluster">
      <span>{t("shared_computer")}</span>
      <button type="submit" className="button button--quiet">
        <span>{t("shared_done")}</span>
      </button>
    </form>
  );
}
