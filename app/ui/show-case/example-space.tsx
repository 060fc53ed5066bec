import type { ReactNode } from "react";
import { Badge } from "../badge";
import { LinkButton } from "../link-button";
import type { NavItem } from "../nav-link";
import { SpaceShell } from "../space-shell";

export interface ExampleSpaceProps {
  current?: string;
  front?: boolean;
  children: ReactNode;
}

const ITEMS: Array<[string, string, NavItem["icon"]]> = [
  ["gesprekken", "Gesprekken", "messages-square"],
  ["teksten", "Teksten en leermateriaal", "file-text"],
  ["experimenten", "Experimenten", "sprout"],
  ["activiteiten", "Activiteiten", "calendar-days"],
  ["leden", "Wie doet mee", "users-round"],
];

/** An example leerplek around the screens that stand in one. */
export function ExampleSpace({ current, front, children }: ExampleSpaceProps) {
  return (
    <SpaceShell
      accent="sky"
      icon="bus"
      theme="Onderweg"
      name="Zonder auto op weg in het dorp"
      href="/leerplek"
      front={front}
      status={front ? <Badge kind="good" icon="check">Open</Badge> : undefined}
      by={front ? "Door de gemeenten Zonnedorp en Waterdorp en buurthuis De Linde (voorbeeld)" : undefined}
      action={front ? <LinkButton href="/doe-mee" icon="plus">Doe mee</LinkButton> : undefined}
      nav={{
        label: "In deze leerplek",
        items: ITEMS.map(([key, word, icon]) => ({
          href: `/leerplek/${key}`,
          word,
          shortWord: key === "teksten" ? "Teksten" : undefined,
          icon,
          current: key === current ? ("section" as const) : undefined,
        })),
      }}
    >
      {children}
    </SpaceShell>
  );
}
