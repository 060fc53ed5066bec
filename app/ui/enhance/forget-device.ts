/** `data-forget-device="<name>"`: takes away that database of the browser, on the page that says somebody was signed out. */
export function forgetDevice(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-forget-device]")) indexedDB.deleteDatabase(place.dataset["forgetDevice"] ?? "");
}
