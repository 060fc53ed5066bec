import type { ReactNode } from "react";
import { PageShell } from "../page-shell";
import { Form } from "../form";
import type { NavItem } from "../nav-link";

export interface ExampleShellProps {
  current?: "start" | "gesprekken" | "leren" | "activiteiten" | "hulp" | "ik" | "beheer" | "zoek";
  visitor?: boolean;
  staff?: boolean;
  sharedComputer?: boolean;
  children: ReactNode;
}

const at = (page: string, current: string | undefined): NavItem["current"] => (page === current ? "page" : undefined);

/** The shell with example words, around the screens of the show-case. */
export function ExampleShell({ current, visitor, staff, sharedComputer, children }: ExampleShellProps) {
  const bar: NavItem[] = [
    { href: "/start", word: "Start", icon: "house", current: at("start", current) },
    { href: "/gesprekken", word: "Gesprekken", icon: "messages-square", current: at("gesprekken", current) },
    { href: "/leren", word: "Leren", icon: "book-open", current: at("leren", current) },
    { href: "/activiteiten", word: "Activiteiten", icon: "calendar-days", current: at("activiteiten", current) },
    { href: "/hulp", word: "Hulp", icon: "life-buoy", current: at("hulp", current) },
  ];
  const search: NavItem = { href: "/zoek", word: "Zoek", icon: "search", current: at("zoek", current) };
  const own: NavItem[] = visitor
    ? [{ href: "/aanmelden", word: "Aanmelden", icon: "log-in" }]
    : [
        { href: "/berichten", word: "Berichten voor mij", shortWord: "Berichten", icon: "bell", count: 2, countLabel: "2 nieuwe berichten" },
        { href: "/ik", word: "Ik", icon: "user-round", current: at("ik", current) },
      ];
  const desk: NavItem[] = staff ? [{ href: "/beheer", word: "Beheer", icon: "layout-dashboard", current: at("beheer", current) }] : [];
  return (
    <PageShell
      skipWord="Naar de inhoud"
      demoBanner="Dit is een voorbeeld. De mensen en de teksten zijn verzonnen."
      brand={{ name: "Leerhoek", href: "/start" }}
      bar={{ label: "Hoofdmenu", items: bar }}
      tools={{ label: "Zoeken en jouw plek", items: [search, ...own, ...desk] }}
      sharedComputer={
        sharedComputer ? (
          <>
            <p>Je zit op een gedeelde computer.</p>
            <Form action="/afmelden">
              <button type="submit" className="button button--secondary button--small">
                <span>Klaar? Meld je af</span>
              </button>
            </Form>
          </>
        ) : undefined
      }
      foot={{
        help: {
          title: "Hulp nodig?",
          text: "Lien Voorbeeld helpt je verder.",
          phone: "050 00 00 00",
          email: "hulp@voorbeeld.be",
          hours: "Elke werkdag van 9 tot 12 uur",
        },
        about: {
          title: "Over Leerhoek",
          links: [
            { href: "/privacy", word: "Privacy" },
            { href: "/toegankelijkheid", word: "Toegankelijkheid" },
            { href: "/afspraken", word: "Afspraken" },
            { href: "/contact", word: "Contact" },
          ],
        },
        language: {
          label: "Kies je taal",
          action: "/taal",
          options: [
            { code: "nl", name: "Nederlands", current: true },
            { code: "fr", name: "Français", current: false },
            { code: "en", name: "English", current: false },
          ],
        },
        end: "Zonnedorp (voorbeeld) is verantwoordelijk voor deze website.",
      }}
    >
      {children}
    </PageShell>
  );
}
