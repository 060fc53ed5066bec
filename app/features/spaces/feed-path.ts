/** Where programs follow a leerplek: a feed of what is new, and a calendar of its activities. */
export const feedPath = (slug: string) => `/leerplekken/${slug}/feed.atom`;
export const calendarPath = (slug: string) => `/leerplekken/${slug}/activiteiten.ics`;
