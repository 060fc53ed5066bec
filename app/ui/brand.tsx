import { BrandMark } from "./brand-mark";

export interface BrandProps {
  name: string;
  href?: string;
  /** An installation's own logo; its file already carries the name. */
  logoUrl?: string;
}

/** The name of the installation with its mark, linking home where `href` is given. */
export function Brand({ name, href, logoUrl }: BrandProps) {
  const content = logoUrl ? (
    <img className="brand__logo" src={logoUrl} alt={name} height={48} />
  ) : (
    <>
      <BrandMark />
      <span>{name}</span>
    </>
  );
  return href ? (
    <a className="brand" href={href}>
      {content}
    </a>
  ) : (
    <p className="brand">{content}</p>
  );
}
