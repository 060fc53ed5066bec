import QRCode from "qrcode";

/** The QR code of an address as path data in which one module is one unit. Error correction M: it still reads with a crease. */
export function drawCode(address: string): { path: string; size: number } {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return { path, size };
}
