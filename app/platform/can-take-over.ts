/**
 * What the scripts of hydrated pages use beyond the browser floor (Chrome for Android 80, Safari on iOS 13). Where one of
 * these is absent the page stays as the server made it, with forms that work. A test holds the list against the build.
 */
export const beyondFloor = {
  names: ["BigInt", "TextEncoderStream", "TransformStream"],
  methods: {
    at: () => Array.prototype,
    findLast: () => Array.prototype,
    pipeThrough: () => ReadableStream.prototype,
    replaceAll: () => String.prototype,
  } as Record<string, () => object>,
};

/** Whether this browser has all that the framework and the screens of hydrated pages use. */
export function canTakeOver(): boolean {
  return beyondFloor.names.every((name) => name in globalThis) && Object.entries(beyondFloor.methods).every(([name, holder]) => name in holder());
}
