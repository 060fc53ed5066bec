/** Path of the Chromium that the tests use; undefined leaves the choice to Playwright. */
export function findChromium(): string | undefined;
