import "@remix-run/node";

/** Types of loaders and actions follow the way in which their answers travel; see `future` in remix.config.js. */
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
