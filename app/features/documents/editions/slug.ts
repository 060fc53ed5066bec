const longest = 60;

/** A title as part of an address: small letters without accents, digits and hyphens. Never empty. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const short = plain.length > longest ? plain.slice(0, longest).replace(/-[^-]*$/, "") : plain;
  return short || "tekst";
}

/** Names that no file may have where Windows runs. */
const taken = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Such a part of an address as the name of a file, on any system. */
export function fileNameOf(slug: string): string {
  return taken.test(slug) ? `tekst-${slug}` : slug;
}
