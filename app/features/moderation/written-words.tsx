import { PlainText, Stack } from "~/ui";

/** What somebody wrote, in its paragraphs. */
export function WrittenWords({ text }: { text: string }) {
  return (
    <Stack space="tight">
      <PlainText text={text} />
    </Stack>
  );
}
