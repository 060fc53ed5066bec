import type { Editor } from "@tiptap/core";
import { useLayoutEffect, useRef, useState } from "react";
import { isFurtherDown, putInParts } from "./put-in-parts";

/**
 * Where the editor stands in the page. Tiptap's own `EditorContent` draws the whole text anew, block by block, once it is in
 * the page, for elements that React draws. We have none of those, and every block added to a large text makes Remix look
 * through all others for links: a text of 1 MB was not there after 20 seconds. So what was drawn is put in as it is.
 */
export function EditorPlace({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null);
  const [furtherDown] = useState(isFurtherDown);
  useLayoutEffect(() => {
    return editor.isDestroyed ? undefined : putInParts(place.current!, editor.view, furtherDown);
  }, [editor, furtherDown]);
  return <div ref={place} />;
}
