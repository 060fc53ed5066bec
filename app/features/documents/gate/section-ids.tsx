import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import type { ContentNode } from "../content";
import { beginsSection, sectionId } from "./judge-text";

/** Gives the headings of a text an id each, so that a hint or a list of contents can lead there. `drawn` has one piece for each block. */
export function withSectionIds(content: ContentNode, drawn: ReactNode): ReactNode {
  if (!Array.isArray(drawn)) return drawn;
  let section = 0;
  return drawn.map((piece: ReactNode, index) => {
    const node = content.content?.[index];
    if (!node || !beginsSection(node)) return piece;
    section += 1;
    const inside = isValidElement<{ children?: ReactNode }>(piece) && piece.type === Fragment ? piece.props.children : piece;
    return isValidElement(inside) ? <Fragment key={index}>{cloneElement(inside as ReactElement<{ id?: string }>, { id: sectionId(section) })}</Fragment> : piece;
  });
}
