/** Bytes in base64, as what goes to many at once stands in a packet. */
export const base64Of = ({ buffer, byteOffset, byteLength }: Uint8Array): string => Buffer.from(buffer, byteOffset, byteLength).toString("base64");
