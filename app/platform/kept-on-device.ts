/** The browser's own database in which edits wait that are not stored yet; only on a person's own device. Signing out takes it away. */
export const outboxDatabase = "leerhoek-outbox";
