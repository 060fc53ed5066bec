/** Bytes as base64; for few of them. */
export const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** Bytes of what stands in base64. */
export const fromBase64 = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
