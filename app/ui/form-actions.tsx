import type { ReactNode } from "react";

/** The buttons under a form: the one that does it first, then the way back. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form__actions">{children}</div>;
}
