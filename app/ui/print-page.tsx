import type { ReactNode } from "react";
import { accentClass, type Accent } from "./accent";
import { BackLink } from "./back-link";
import { PageBody } from "./page-body";
import { PageHead } from "./page-head";
import { PrintButton } from "./print-button";
import { Stack } from "./stack";

export interface PrintPageProps {
  title: string;
  lead: string;
  back: { href: string; word: string };
  printWord: string;
  accent?: Accent | undefined;
  /** On the screen only: what to think of before printing, the way to other parts. */
  remarks?: ReactNode;
  children: ReactNode;
}

/** Something to print: on the screen under what it is, the way back and the button; on paper alone. */
export function PrintPage({ title, lead, back, printWord, accent, remarks, children }: PrintPageProps) {
  return (
    <div className={accentClass(accent)}>
      <PageBody>
        <div className="no-print">
          <Stack>
            <PageHead title={title} lead={lead} back={<BackLink href={back.href}>{back.word}</BackLink>} actions={<PrintButton word={printWord} kind="primary" />} />
            {remarks}
          </Stack>
        </div>
        {children}
      </PageBody>
    </div>
  );
}
