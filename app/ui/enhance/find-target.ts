/** The element with this attribute that an event came from, or null. */
export function findTarget(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
