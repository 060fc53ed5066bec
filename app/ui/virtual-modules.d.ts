declare module "virtual:enhance-url" {
  const url: string;
  export default url;
}
