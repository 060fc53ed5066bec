/** Puts other words where somebody is named; null leaves what was written. The places move along with the text. */
export function rename<M extends { at: number; length: number }>(text: string, mentions: readonly M[], wordsFor: (mention: M) => string | null): { text: string; mentions: M[] } {
  let renamed = "";
  let done = 0;
  const moved: M[] = [];
  for (const mention of [...mentions].sort((a, b) => a.at - b.at)) {
    const end = mention.at + mention.length;
    if (mention.at < done || end > text.length) continue;
    renamed += text.slice(done, mention.at);
    const words = wordsFor(mention) ?? text.slice(mention.at, end);
    moved.push({ ...mention, at: renamed.length, length: words.length });
    renamed += words;
    done = end;
  }
  return { text: renamed + text.slice(done), mentions: moved };
}
