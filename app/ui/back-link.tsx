import type { ReactNode } from "react";
import { Icon } from "./icon";

/** One step up: "Terug naar de gesprekken". */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="back-link" href={href}>
      <Icon name="arrow-left" />
      <span>{children}</span>
    </a>
  );
}
