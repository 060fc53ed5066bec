/** `data-forget-device="<name>"`: takes away what the browser keeps under that name, on the page that says somebody was signed out. */
export function forgetDevice(): void {
  for (const { dataset } of document.querySelectorAll<HTMLElement>("[data-forget-device]")) {
    const name = dataset["forgetDevice"] ?? "";
    indexedDB.deleteDatabase(name);
    localStorage.removeItem(name);
  }
}
