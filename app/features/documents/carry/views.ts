/** The form for taking the texts of a leerplek along, and the file that answers it. */
export const carryFormHref = (slug: string) => `/leerplekken/${slug}/teksten/meenemen`;
export const carryHref = (slug: string) => `/leerplekken/${slug}/teksten.zip`;
