/** Whether it is time to take a mail again that could not be taken before. Kept in memory: a new start tries all anew. */
export interface Patience {
  isDue: (key: string) => boolean;
  /** Waits longer each time: a minute, two, four, at most an hour. */
  failed: (key: string) => void;
  /** Forgets all mails but these, that are still there. */
  keepOnly: (keys: ReadonlySet<string>) => void;
}

export function createPatience(now: () => Date): Patience {
  const waits = new Map<string, { tries: number; until: number }>();
  return {
    isDue: (key) => (waits.get(key)?.until ?? 0) <= now().getTime(),
    failed: (key) => {
      const tries = (waits.get(key)?.tries ?? 0) + 1;
      waits.set(key, { tries, until: now().getTime() + Math.min(60, 2 ** (tries - 1)) * 60_000 });
    },
    keepOnly: (keys) => {
      for (const key of waits.keys()) if (!keys.has(key)) waits.delete(key);
    },
  };
}
