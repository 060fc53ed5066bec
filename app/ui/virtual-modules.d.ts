declare module "virtual:enhance-url" {
  const url: string;
  export default url;
}

declare module "virtual:arrange-url" {
  const url: string;
  export default url;
}

declare module "virtual:editor-scripts" {
  /** Addresses of the scripts that the editor of texts is made of; none in development. */
  const scripts: string[];
  export default scripts;
}
