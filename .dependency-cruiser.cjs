// The layers of the house: imports point one way. `app/platform/test/layers.test.ts` plants a breach of each rule and
// sees that it is found.
/** What stands below what: a feature may import only features of a lower storey. */
const storeys = [
  ["accounts"],
  ["spaces"],
  ["groups"],
  ["house-rules"],
  ["discussions", "documents", "experiments", "activities"],
  ["moderation"],
  ["notifications", "research", "partnership", "search"],
  ["shell"],
];
const features = storeys.flat();
const storeyOf = (feature) => storeys.findIndex((storey) => storey.includes(feature));
const tests = "\\.test\\.tsx?$|/test/|/factories/";

const upward = features.filter((feature) => storeyOf(feature) < storeys.length - 1).map((feature) => {
  const allowed = features.filter((other) => other === feature || storeyOf(other) < storeyOf(feature));
  return {
    name: `order-${feature}`,
    comment: `${feature} may import only what stands below it; contact upward goes through facts`,
    severity: "error",
    from: { path: `^app/features/${feature}/`, pathNot: tests },
    to: { path: "^app/features/", pathNot: `^app/features/(${allowed.join("|")})/` },
  };
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: { pathNot: tests }, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "platform-knows-no-feature", severity: "error", from: { path: "^app/platform/", pathNot: tests }, to: { path: "^(app/(features|routes|permissions)|server|e2e)/" } },
    { name: "permissions-are-pure", severity: "error", from: { path: "^app/permissions/", pathNot: tests }, to: { pathNot: "^app/(permissions|platform)/" } },
    { name: "ui-is-plain", severity: "error", from: { path: "^app/ui/", pathNot: `${tests}|^app/ui/(build|show-case)/` }, to: { path: "^(app/(features|routes|permissions|platform)|db|server|e2e)/" } },
    { name: "database-is-the-ground", severity: "error", from: { path: "^db/(schema|embedded|client|migrate|home|outer|database|factories)", pathNot: tests }, to: { path: "^(app|server|e2e)/" } },
    { name: "region-data-is-data", severity: "error", from: { path: "^db/seed/regions/", pathNot: tests }, to: { path: "^(app|server|e2e|db/(?!seed/regions))" } },
    { name: "seed-acts-through-the-index", severity: "error", from: { path: "^db/seed/", pathNot: tests }, to: { path: "^(app/features/[^/]+/.*\\.server\\.tsx?$|(app/routes|server|e2e)/)", pathNot: "/index\\.server\\.ts$" } },
    { name: "features-meet-at-the-index", severity: "error", from: { path: "^app/features/([^/]+)/", pathNot: tests }, to: { path: "^app/features/[^/]+/.*\\.server\\.tsx?$", pathNot: ["^app/features/$1/", "/index\\.server\\.ts$"] } },
    { name: "routes-and-doors-use-the-index", severity: "error", from: { path: "^(app/routes|server)/", pathNot: tests }, to: { path: "^app/features/[^/]+/.*\\.server\\.tsx?$", pathNot: "/index\\.server\\.ts$", dependencyTypesNot: ["type-only"] } },
    { name: "no-sql-in-routes", severity: "error", from: { path: "^app/routes/", pathNot: tests }, to: { path: "^(db/|node_modules/drizzle-orm)", dependencyTypesNot: ["type-only"] } },
    { name: "no-sql-in-doors", severity: "error", from: { path: "^server/(http|live|jobs)/", pathNot: `${tests}|^server/http/health` }, to: { path: "^(db/schema|node_modules/drizzle-orm)", dependencyTypesNot: ["type-only"] } },
    { name: "doors-are-outside", severity: "error", from: { path: "^app/", pathNot: tests }, to: { path: "^(server|e2e)/" } },
    { name: "lucia-behind-one-door", severity: "error", from: { pathNot: "^app/features/accounts/" }, to: { path: "node_modules/lucia/" } },
    { name: "one-driver", severity: "error", from: { path: "^(app|server|db)/", pathNot: `${tests}|\\.(pg|db)\\.test|^db/prove-driver/` }, to: { path: "node_modules/postgres/" } },
    { name: "no-zod-in-the-browser", severity: "error", from: { path: "\\.tsx$|/use-[^/]+\\.ts$", pathNot: `${tests}|^app/(entry\\.server|routes/)` }, to: { path: "node_modules/(zod|@react-aria)/", dependencyTypesNot: ["type-only"] } },
    { name: "server-stays-on-the-server", severity: "error", from: { path: "^app/(features|ui|platform)/.*\\.tsx$", pathNot: `${tests}|\\.server\\.tsx$` }, to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] } },
    ...upward,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], mainFields: ["module", "main", "types"] },
    exclude: { path: "^(build|data|\\.cache)/|virtual:" },
  },
};
