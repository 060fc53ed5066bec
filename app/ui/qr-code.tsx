export interface QrCodeProps {
  /** Path data in which one module is one unit, quiet zone left out. */
  path: string;
  /** Modules along a side. */
  size: number;
  /** Where the code leads, in words. */
  label: string;
}

/** A QR code from path data; the address also stands beside it in letters. */
export function QrCode({ path, size, label }: QrCodeProps) {
  return (
    <svg className="qr" viewBox={`-1 -1 ${size + 2} ${size + 2}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className="qr__dots" d={path} />
    </svg>
  );
}
