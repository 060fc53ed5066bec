/**
 * Remix's own options. `vite.config.ts` hands them to Remix's Vite plugin; the classic compiler (`remix build`) refuses
 * to run while `v3_routeConfig` is on, so there is one way to build.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
