/** How an element is written in a format; undefined for one that no text holds, also for names that every object answers to. */
export function wayOf<Way>(ways: Readonly<Record<string, Way>>, type: string): Way | undefined {
  return Object.hasOwn(ways, type) ? ways[type] : undefined;
}
