/** Where a leerplek's own difficult words are written. */
export const plainWordsHref = (slug: string) => `/leerplekken/${slug}/moeilijke-woorden`;
