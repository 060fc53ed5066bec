/**
 * Who has the page: the framework refuses one that is no longer as the server made it, so the small script waits for it,
 * and a framework that comes after the small script began stays away. Whoever stays away, the forms work.
 */
declare global {
  interface Window {
    takeOver?: "begun" | "over" | "given up";
  }
}

/** How long the framework may still stay out once the whole page was fetched, in milliseconds. */
const patience = 5_000;

/** For the framework, before it touches the page. @returns whether it may have the page. */
export function beginTakeOver(): boolean {
  if (window.takeOver !== undefined) return false;
  window.takeOver = "begun";
  return true;
}

/** For the framework: whether what it draws now stands on the page already, as the server made it. */
export function isTakingOver(): boolean {
  return typeof window !== "undefined" && window.takeOver === "begun";
}

/** For the framework: from now on the small script may change the page. */
export function endTakeOver(): void {
  window.takeOver = "over";
  window.dispatchEvent(new Event("take-over"));
}

/** For the small script: begins at once where no framework comes, else when it is done, however long that takes on a slow phone. */
export function afterTakeOver(begin: () => void): void {
  if (document.getElementById("words") === null || window.takeOver === "over") return begin();
  window.addEventListener("take-over", begin, { once: true });
  const giveUp = () => {
    if (window.takeOver !== undefined) return;
    window.takeOver = "given up";
    begin();
  };
  const wait = () => window.setTimeout(giveUp, patience);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait);
}
