import { accessibility } from "./nl/accessibility";
import { children } from "./nl/children";
import { help } from "./nl/help";
import { houseRules } from "./nl/house-rules";
import { moderation } from "./nl/moderation";
import { privacy } from "./nl/privacy";
import { whatIsASpace } from "./nl/what-is-a-space";
import type { StandingTexts } from "./standing-text";

export const nl: StandingTexts = {
  privacy,
  accessibility,
  "house-rules": houseRules,
  help,
  "what-is-a-space": whatIsASpace,
  moderation,
  children,
};
