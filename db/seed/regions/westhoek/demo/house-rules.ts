import { defaultHouseRules } from "../../standing-texts/nl/house-rules";

/** The default rules, and one of the demonstration's own. */
export const houseRules: string[] = [...defaultHouseRules, "Heb je een tip? Zet erbij in welk dorp het is."];
