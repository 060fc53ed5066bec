import { createContext, useContext } from "react";
import { uiWords } from "~/platform/ui-words";

/** Shown names by membership, of the people that a text names. */
export type PeopleNames = Readonly<Record<string, string>>;

const Names = createContext<PeopleNames>({});
/** Tells everything drawn inside what people are called. */
export const PeopleNamesProvider = Names.Provider;

/** All that are known here. */
export const usePeopleNames = (): PeopleNames => useContext(Names);

/** What somebody is called here; who left no name is a former participant. */
export function useNameOf(): (membershipId: unknown) => string {
  const names = useContext(Names);
  const t = uiWords.use();
  return (membershipId) => (typeof membershipId === "string" && Object.prototype.hasOwnProperty.call(names, membershipId) ? names[membershipId]! : t("former_participant"));
}
