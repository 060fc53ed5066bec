/** The browser's own database in which edits wait that are not stored yet; only on a person's own device. Signing out takes it away. */
export const outboxDatabase = "leerhoek-outbox";

/** Under this name the browser keeps messages that were not sent yet, there too and as long. */
export const unsentKept = outboxDatabase;

/** What nobody came back for in this time is let go, in days. */
export const unsentDays = 7;
