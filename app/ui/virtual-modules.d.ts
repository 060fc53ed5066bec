declare module "virtual:enhance-url" {
  const url: string;
  export default url;
}

declare module "virtual:arrange-url" {
  const url: string;
  export default url;
}
