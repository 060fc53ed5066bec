// Loaded before a server (`node --import`): its clock runs CLOCK_AHEAD_MS ahead, so that a journey can pass a term without
// waiting for it, and the product knows nothing of it.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);

globalThis.Date = new Proxy(Date, {
  construct: (real, given, made) => Reflect.construct(real, given.length === 0 ? [real.now() + ahead] : given, made),
  get: (real, name) => (name === "now" ? () => real.now() + ahead : Reflect.get(real, name)),
});
