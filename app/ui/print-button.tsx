import { Button } from "./button";

/** "Druk af", where the script runs; without it the browser's own menu prints. */
export function PrintButton({ word, kind = "secondary" }: { word: string; kind?: "primary" | "secondary" }) {
  return (
    <Button type="button" kind={kind} icon="printer" hidden data-print="">
      {word}
    </Button>
  );
}
