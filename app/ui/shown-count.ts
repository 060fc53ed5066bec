/** A number that fits in a bar. */
export function shownCount(count: number): string {
  return count > 99 ? "99+" : String(count);
}
