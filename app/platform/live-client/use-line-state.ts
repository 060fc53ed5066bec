import { useEffect, useState } from "react";
import { canTakeOver } from "../can-take-over";
import type { Line, LineState } from "./line";
import { openLine } from "./open-line";

// A page that brings this will want its line, and the handshake can go on while the page is taken over.
if (typeof document !== "undefined" && canTakeOver()) openLine();

/** The page's line, from the first effect on; null while the server renders and when `wanted` is false. */
export function useLine(wanted: boolean): Line | null {
  const [line, setLine] = useState<Line | null>(null);
  useEffect(() => setLine(wanted ? openLine() : null), [wanted]);
  return line;
}

/** How the connection is now. */
export function useLineState(line: Line | null): LineState {
  const [state, setState] = useState<LineState>("connecting");
  useEffect(() => {
    if (!line) return;
    setState(line.state());
    return line.onState(setState);
  }, [line]);
  return state;
}
