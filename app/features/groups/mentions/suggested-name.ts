/** Somebody who can be spoken to here, for who types "@". */
export interface SuggestedName {
  id: string;
  name: string;
  /** What to write after the "@", so that this very person is meant. */
  say: string;
  /** Function and organisation, for those who run the leerplek. */
  staff: string | null;
}
