import { transform } from "esbuild";

/** Chrome for Android 80 and Safari on iOS 13. esbuild calls destructuring unsupported for one rare fault of old Safari. */
const floor = { target: ["chrome80", "safari13"], supported: { destructuring: true } };

/** What one of the two does not have: methods, by their call, and names that stand by themselves. */
const methods =
  "allKeyed|any|at|canParse|checkVisibility|findLast|findLastIndex|formatRange|fromAsync|getOrInsert|groupBy|hasOwn|hidePopover|isWellFormed|pipeThrough|randomUUID|replaceAll|replaceChildren|requestSubmit|showModal|showPopover|startViewTransition|throwIfAborted|toReversed|toSorted|toSpliced|toWellFormed|togglePopover|withResolvers";
const names =
  "AggregateError|BigInt|BroadcastChannel|CompressionStream|DecompressionStream|ElementInternals|FinalizationRegistry|HTMLDialogElement|OffscreenCanvas|ResizeObserver|TextDecoderStream|TextEncoderStream|TransformStream|URLPattern|WeakRef|reportError|requestIdleCallback|structuredClone";

/**
 * Lists what in built script needs more than Chrome for Android 80 or Safari on iOS 13: "syntax", `.method()` and names of the
 * browser. A name that the script asks after with `typeof` passes: it has another way. What strings say counts too, since
 * pages are given some of their script that way.
 */
export async function findScriptBeyondFloor(code: string): Promise<string[]> {
  const found = new Set<string>();
  if (!(await fitsSyntax(code))) found.add("syntax");
  for (const [, method] of code.matchAll(new RegExp(`\\.(${methods})\\(`, "g"))) found.add(`.${method}()`);
  for (const [, name] of code.matchAll(new RegExp(`(?<![\\w$.])(${names})(?![\\w$])`, "g"))) if (!code.includes(`typeof ${name}`)) found.add(name!);
  return [...found].sort();
}

/** What a compiler for the floor leaves as it is, the floor can read. */
async function fitsSyntax(code: string): Promise<boolean> {
  const { code: newest } = await transform(code, { target: "esnext" });
  try {
    return (await transform(code, floor)).code === newest;
  } catch {
    // Nothing older can be written for it, as for an `await` outside functions.
    return false;
  }
}
