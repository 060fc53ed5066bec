/** The closed lists of experiments: plain data, for inputs, screens and facts alike. */

export const outcomes = ["worked", "partly", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

export const audiences = ["burger", "bedrijf", "intermediair", "lokaal_bestuur"] as const;
export type Audience = (typeof audiences)[number];
