import type { ReactNode } from "react";
import { uiWords } from "~/platform/ui-words";
import { Section } from "~/ui";
import { spaceWords } from "./words";

/** A few things of one kind on the front of a leerplek, with the way to all of them; nothing where there are none. */
export function FrontPart({ slug, part, show, children }: { slug: string; part: "gesprekken" | "activiteiten"; show: boolean; children: ReactNode }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  if (!show) return null;
  return (
    <Section
      id={part}
      title={part === "gesprekken" ? t("going_on") : t("soon")}
      more={
        <a href={`/leerplekken/${slug}/${part}`}>
          {ui("see_all")}
          <span className="visually-hidden">: {part === "gesprekken" ? ui("nav_discussions") : ui("nav_activities")}</span>
        </a>
      }
    >
      {children}
    </Section>
  );
}
