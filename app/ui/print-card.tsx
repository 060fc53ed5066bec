import type { ReactNode } from "react";
import { Brand } from "./brand";

export interface PrintCardProps {
  brandName: string;
  title: string;
  /** The sign-in name, passphrase or one-time code, in large letters. */
  lines: Array<{ term: string; value: string }>;
  /** How to use it and what to keep to yourself. */
  children?: ReactNode;
}

/** A card to print or photograph, with a name or code to sign in. */
export function PrintCard({ brandName, title, lines, children }: PrintCardProps) {
  return (
    <article className="paper paper--card">
      <Brand name={brandName} />
      <p>
        <strong>{title}</strong>
      </p>
      <dl>
        {lines.map((line) => (
          <div key={line.term}>
            <dt>{line.term}</dt>
            <dd className="card-code">{line.value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </article>
  );
}
