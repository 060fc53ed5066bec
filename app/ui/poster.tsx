import { Brand } from "./brand";
import { QrCode, type QrCodeProps } from "./qr-code";

export interface PosterProps {
  brandName: string;
  theme?: string;
  title: string;
  /** "dinsdag 3 december van 14 tot 16 uur" */
  when: string;
  text?: string;
  facts: Array<{ term: string; value: string }>;
  qr?: QrCodeProps;
  /** "Lees meer of schrijf je in:" with the address and phone under it. */
  invite: string;
  address: string;
  phoneLine?: string;
  /** Who organises. */
  by?: string;
}

/** An A5 poster for the board in the library: large words, one moment, a QR code and a phone number. */
export function Poster({ brandName, theme, title, when, text, facts, qr, invite, address, phoneLine, by }: PosterProps) {
  return (
    <article className="paper paper--a5">
      <Brand name={brandName} />
      <div>
        {theme ? <p>{theme}</p> : null}
        <h1 className="poster__title">{title}</h1>
      </div>
      <p className="poster__when">{when}</p>
      {text ? <p>{text}</p> : null}
      <dl className="poster__facts">
        {facts.map((fact) => (
          <div key={fact.term}>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className="poster__foot">
        {qr ? (
          <div className="poster__qr">
            <QrCode {...qr} />
          </div>
        ) : null}
        <div>
          <p>{invite}</p>
          <p>
            <strong>{address}</strong>
          </p>
          {phoneLine ? <p>{phoneLine}</p> : null}
          {by ? <p className="small">{by}</p> : null}
        </div>
      </div>
    </article>
  );
}
