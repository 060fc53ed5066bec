/** Where a list, the newest first, goes on: the moment, to the microsecond, and the id of the last one shown. */
export interface Place {
  at: string;
  id: string;
}

const pattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Out of an address; null for anything that is none, so that an old or mistyped address begins at the newest. */
export function placeFrom(text: string | null): Place | null {
  const found = pattern.exec(text ?? "");
  return found && !Number.isNaN(Date.parse(found[1]!)) ? { at: found[1]!, id: found[2]! } : null;
}

/** As it stands in an address. */
export const placeInAddress = ({ at, id }: Place): string => `${at}_${id}`;
