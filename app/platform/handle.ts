/** What a route says about its page, in `export const handle`. */
export interface RouteHandle {
  /** Brings the framework to the browser: always, or only for people with an account. Absent: plain HTML. */
  hydrate?: true | "signed-in";
  /** Asks for the editor of texts once it runs: the browser is told of its scripts before. */
  editor?: true;
  /** Namespaces of words that the page needs in the browser. */
  words?: string[];
}

export function wantsHydration(handles: unknown[], signedIn: boolean): boolean {
  return (handles as (RouteHandle | undefined)[]).some((handle) => handle?.hydrate === true || (handle?.hydrate === "signed-in" && signedIn));
}

export function wantsEditor(handles: unknown[]): boolean {
  return (handles as (RouteHandle | undefined)[]).some((handle) => handle?.editor === true);
}

export function wordsOf(handles: unknown[]): string[] {
  return [...new Set((handles as (RouteHandle | undefined)[]).flatMap((handle) => handle?.words ?? []))];
}
