import { Brand } from "./brand";
import { Landscape } from "./landscape";
import { QrCode, type QrCodeProps } from "./qr-code";

export interface PosterProps {
  brandName: string;
  theme?: string;
  title: string;
  heading?: "h1" | "h2";
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
export function Poster(props: PosterProps) {
  const { brandName, theme, title, heading: Heading = "h2", when, text, facts, qr, invite, address, phoneLine, by } = props;
  return (
    <article className="paper paper--a5">
      <div className="poster__head">
        <Brand name={brandName} />
        <Landscape />
      </div>
      <div>
        {theme ? <p className="poster__theme">{theme}</p> : null}
        <Heading className="poster__title">{title}</Heading>
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
