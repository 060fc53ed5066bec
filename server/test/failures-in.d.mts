/** One text for each test that failed in Vitest's JSON report. */
export function failuresInVitest(report: object): string[];
/** One text for each journey that failed in Playwright's JSON report. */
export function failuresInPlaywright(report: object): string[];
