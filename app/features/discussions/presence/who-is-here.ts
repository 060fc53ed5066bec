/** One connection that has a conversation open and in sight. `who` is the membership: two tabs of somebody are one person. */
export interface Present {
  key: string;
  who: string;
  name: string;
}

/** Who is in a conversation, as everybody in it is told. `people` is empty where there are too many to name. */
export interface PresenceView {
  count: number;
  people: { id: string; name: string }[];
}

/** More people than this are a number without names, and nobody sees who types. */
export const namedUpTo = 30;
/** A dozen others are named at most; whoever reads it is one of them. */
const mostNames = 13;
/** Everybody is told at most once in this many milliseconds: where there are few, and where there are many. */
const tellEvery = { few: 4_000, many: 30_000 };
/** What another process said holds for this long; each says it again in a third of it. */
const heardMs = 90_000;

export interface WhoIsHereOptions {
  /** To everyone here who has the conversation open. */
  tell: (discussion: string, view: PresenceView) => void;
  /** To the other processes. */
  share: (discussion: string, view: PresenceView) => void;
  /** Once in a while, as long as somebody is there. */
  again?: () => void;
  later?: (work: () => void, ms: number) => void;
  now?: () => number;
}

interface Talk {
  here: Map<string, Present>;
  elsewhere: Map<string, { view: PresenceView; until: number }>;
  /** When everybody was told last, and what. */
  toldAt: number;
  told: string;
  waits: boolean;
  /** Whether it will be said again by itself. */
  repeats: boolean;
}

/**
 * Who has which conversation open, in memory alone and forgotten when they go. However many come and go, everybody is told
 * once in a while, with one packet that is the same for all.
 */
export class WhoIsHere {
  private readonly talks = new Map<string, Talk>();
  private readonly later: (work: () => void, ms: number) => void;
  private readonly now: () => number;

  constructor(private readonly options: WhoIsHereOptions) {
    this.later = options.later ?? ((work, ms) => void setTimeout(work, ms).unref());
    this.now = options.now ?? (() => performance.now());
  }

  join(discussion: string, present: Present): void {
    let talk = this.talks.get(discussion);
    if (!talk) this.talks.set(discussion, (talk = { here: new Map(), elsewhere: new Map(), toldAt: -Infinity, told: "", waits: false, repeats: false }));
    talk.here.set(present.key, present);
    this.soon(discussion, talk);
  }

  leave(discussion: string, key: string): void {
    const talk = this.talks.get(discussion);
    if (talk?.here.delete(key)) this.soon(discussion, talk);
  }

  get(discussion: string, key: string): Present | undefined {
    return this.talks.get(discussion)?.here.get(key);
  }

  /** What another process says of itself. Only of conversations that somebody here has open. */
  hear(from: string, discussion: string, view: PresenceView): void {
    const talk = this.talks.get(discussion);
    if (!talk) return;
    if (view.count > 0) talk.elsewhere.set(from, { view, until: this.now() + heardMs });
    else talk.elsewhere.delete(from);
    this.soon(discussion, talk);
  }

  view(discussion: string): PresenceView {
    const talk = this.talks.get(discussion);
    if (!talk) return { count: 0, people: [] };
    const now = this.now();
    for (const [from, { until }] of talk.elsewhere) if (until <= now) talk.elsewhere.delete(from);
    return together([ofThese(talk.here), ...[...talk.elsewhere.values()].map(({ view }) => view)]);
  }

  private soon(discussion: string, talk: Talk): void {
    if (talk.waits) return;
    talk.waits = true;
    const every = talk.here.size > namedUpTo ? tellEvery.many : tellEvery.few;
    // A page that is loaded again goes and comes: a second takes both together.
    this.later(() => this.tell(discussion, talk), Math.max(1_000, talk.toldAt + every - this.now()));
  }

  private tell(discussion: string, talk: Talk): void {
    talk.waits = false;
    talk.toldAt = this.now();
    const own = ofThese(talk.here);
    this.options.share(discussion, own);
    if (own.count === 0) return void this.talks.delete(discussion);
    const whole = this.view(discussion);
    const view = { count: whole.count, people: whole.people.slice(0, mostNames) };
    const words = JSON.stringify(view);
    if (words !== talk.told) this.options.tell(discussion, view);
    talk.told = words;
    if (talk.repeats) return;
    talk.repeats = true;
    // Said again, for processes that came later and for what is not said again elsewhere.
    this.later(() => {
      talk.repeats = false;
      if (this.talks.get(discussion) !== talk) return;
      this.options.again?.();
      this.soon(discussion, talk);
    }, heardMs / 3);
  }

  /** Tells a newcomer at once, without waiting for the others. */
  toldTo(discussion: string): PresenceView {
    const { count, people } = this.view(discussion);
    return { count, people: people.slice(0, mostNames) };
  }
}

/** In an order that coming and going does not change. */
const byName = (a: { name: string; id: string }, b: { name: string; id: string }) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1);

function ofThese(here: ReadonlyMap<string, Present>): PresenceView {
  const people = new Map([...here.values()].map(({ who, name }) => [who, { id: who, name }]));
  return { count: people.size, people: people.size > namedUpTo ? [] : [...people.values()].sort(byName) };
}

/** Somebody with a tab on each of two processes is one person, as long as everybody has a name. */
function together(views: PresenceView[]): PresenceView {
  if (views.some(({ count, people }) => people.length < count)) return { count: views.reduce((sum, { count }) => sum + count, 0), people: [] };
  const people = new Map(views.flatMap((view) => view.people.map((one) => [one.id, one] as const)));
  return { count: people.size, people: people.size > namedUpTo ? [] : [...people.values()].sort(byName) };
}
