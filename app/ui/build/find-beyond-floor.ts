import postcss, { type Container, type Declaration, type Rule } from "postcss";

/** What Chrome 80 or Safari 13 do not know, by how it shows in a selector, an at-rule or a value. */
const SELECTORS: Array<[RegExp, string]> = [
  [/:has\(/, ":has()"],
  [/:is\(/, ":is()"],
  [/:where\(/, ":where()"],
  [/(^|[\s>+~,])&/, "nesting"],
];
const AT_RULES = new Set(["layer", "container", "scope", "starting-style", "property"]);
const VALUES: Array<[RegExp, string]> = [
  [/\bcolor-mix\(/, "color-mix()"],
  [/\bok(lch|lab)\(/, "oklch()"],
  [/\blight-dark\(/, "light-dark()"],
  [/\bclamp\(/, "clamp()"],
  [/\b\d*\.?\d+(dvh|svh|lvh|dvw|svw|lvw|cqi|cqw)\b/, "new viewport units"],
  [/#[0-9a-f]{4}(?![0-9a-f])/i, "short colour with alpha"],
];
const LOGICAL_SHORTHANDS = /^(margin|padding|border|inset)-(inline|block)$|^inset(-|$)|^border-(start|end)-/;
/** Properties that need another declaration of the same rule beside them, which old browsers read. */
const NEEDS_FALLBACK: Record<string, RegExp> = {
  "aspect-ratio": /^(min-)?(height|padding-bottom|padding-top)$/,
  "overflow-wrap": /^(overflow-wrap|word-break)$/,
};

/**
 * Lists what in built CSS needs more than Chrome for Android 80 or Safari on iOS 13 in order to be read.
 * What stands inside `@supports` is an enhancement and passes, and so does a value with an older one before it.
 */
export function findBeyondFloor(css: string): string[] {
  const found: string[] = [];
  const root = postcss.parse(css);
  root.walkAtRules((rule) => {
    if (AT_RULES.has(rule.name) && !isEnhancement(rule)) found.push(`@${rule.name} ${rule.params}`.trim());
  });
  root.walkRules((rule) => {
    if (isEnhancement(rule)) return;
    for (const [pattern, name] of SELECTORS) if (pattern.test(rule.selector)) found.push(`${name} in ${rule.selector}`);
    if (rule.parent?.type === "rule") found.push(`nesting in ${rule.selector}`);
    for (const reason of declarationsBeyond(rule)) found.push(`${reason} in ${rule.selector}`);
  });
  return found;
}

function declarationsBeyond(rule: Rule): string[] {
  const declarations = rule.nodes.filter((node): node is Declaration => node.type === "decl");
  const grid = declarations.some((each) => each.prop.startsWith("grid-") || (each.prop === "display" && each.value === "grid"));
  return declarations.flatMap((each, index) => {
    const older = declarations.slice(0, index).some((before) => before.prop === each.prop);
    const reasons = older ? [] : VALUES.filter(([pattern]) => pattern.test(each.value)).map(([, name]) => name);
    if (LOGICAL_SHORTHANDS.test(each.prop)) reasons.push(each.prop);
    if (/^(row-|column-)?gap$/.test(each.prop) && !grid) reasons.push("gap outside grid");
    const fallback = NEEDS_FALLBACK[each.prop];
    const unknown = each.prop === "aspect-ratio" || each.value === "anywhere";
    const other = declarations.some((before) => before !== each && (fallback?.test(before.prop) ?? false));
    if (fallback && unknown && !other) reasons.push(`${each.prop} without fallback`);
    return reasons;
  });
}

function isEnhancement(node: { parent?: Container | postcss.Document | undefined }): boolean {
  for (let up = node.parent; up; up = up.parent as Container | undefined) {
    if (up.type === "atrule" && (up as postcss.AtRule).name === "supports") return true;
  }
  return false;
}
