import spriteUrl from "./icons/sprite.svg?url";
import type { IconName } from "./icons/icon-names";

export interface IconProps {
  name: IconName;
  large?: boolean;
}

/** A decorative sign. It never stands alone: the word beside it says what it means, so it is hidden from screen readers. */
export function Icon({ name, large }: IconProps) {
  return (
    <svg className={large ? "icon icon--large" : "icon"} aria-hidden="true" focusable="false">
      <use href={`${spriteUrl}#${name}`} />
    </svg>
  );
}
