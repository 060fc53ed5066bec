/** A passage that somebody chose in the editor: Yjs relative positions in base64, and its words to show. */
export interface Passage {
  start: string;
  end: string;
  quote: string;
}

/** A thread on a passage, as the editor marks it; positions in base64. */
export interface Mark {
  id: string;
  start: string;
  end: string;
}

const nothing = () => undefined;

/** What the editor can do for the threads. */
export interface EditorSide {
  showPassage: (thread: string) => void;
}

/** What the threads can do for the editor. */
export interface ThreadsSide {
  writeAbout: (passage: Passage) => void;
  showThread: (thread: string) => void;
}

/** What the editor and the threads beside it say to one another. Either may be there first. */
export class PassageLink {
  marks: readonly Mark[] = [];
  /** Threads whose passage the editor no longer finds; null until it looked. */
  gone: ReadonlySet<string> | null = null;
  private editor: EditorSide = { showPassage: nothing };
  private threads: ThreadsSide = { writeAbout: nothing, showThread: nothing };
  private readonly listeners = new Set<() => void>();

  /** Hears changes of `marks` and `gone` until the returned function is called. */
  on(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  /** The editor is there, until the returned function is called. */
  withEditor(side: EditorSide): () => void {
    this.editor = side;
    return () => void (this.editor = { showPassage: nothing });
  }
  /** The threads are there. */
  withThreads(side: ThreadsSide): void {
    this.threads = side;
  }
  showPassage(thread: string): void {
    this.editor.showPassage(thread);
  }
  writeAbout(passage: Passage): void {
    this.threads.writeAbout(passage);
  }
  showThread(thread: string): void {
    this.threads.showThread(thread);
  }
  mark(marks: readonly Mark[]): void {
    this.marks = marks;
    this.tell();
  }
  found(gone: ReadonlySet<string>): void {
    if (this.gone && this.gone.size === gone.size && [...gone].every((id) => this.gone!.has(id))) return;
    this.gone = gone;
    this.tell();
  }
  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
