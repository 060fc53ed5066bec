/** Data cannot be made or taken away here; the message is one sentence for the person who asked. */
export class SeedError extends Error {}
