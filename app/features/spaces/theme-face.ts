import { ACCENTS, type Accent, type IconName } from "~/ui";
import { ICON_NAMES } from "~/ui/icons/icon-names";

/** The colour and sign of a theme; a name that the interface does not know falls back to one it does. */
export function themeFace(theme: { accent: string; icon: string }): { accent: Accent; icon: IconName } {
  return {
    accent: ACCENTS.find((accent) => accent === theme.accent) ?? "teal",
    icon: ICON_NAMES.find((icon) => icon === theme.icon) ?? "sprout",
  };
}
