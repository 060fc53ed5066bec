import { Button } from "./button";

export interface ReadAloudButtonProps {
  /** The id of the element that is read. */
  of: string;
  /** "Lees voor" */
  word: string;
  /** "Stop met lezen" */
  stopWord: string;
}

/** Reads a text aloud; appears only on a device with its own voice for the page's language. */
export function ReadAloudButton({ of, word, stopWord }: ReadAloudButtonProps) {
  return (
    <Button type="button" kind="secondary" icon="volume-2" hidden data-read-aloud={of} data-stop-word={stopWord}>
      {word}
    </Button>
  );
}
