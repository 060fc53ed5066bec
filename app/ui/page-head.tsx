import type { ReactNode } from "react";

export interface PageHeadProps {
  title: string;
  lead?: ReactNode;
  /** A back link or breadcrumb. */
  back?: ReactNode;
  /** Badges or a line above the title. */
  above?: ReactNode;
  actions?: ReactNode;
}

/** The top of a page: where you come from, its one h1, one sentence, what you can do. */
export function PageHead({ title, lead, back, above, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      {back}
      {above ? <div>{above}</div> : null}
      <h1>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {actions ? <div className="cluster">{actions}</div> : null}
    </header>
  );
}
