/** The makers of browsers whose push services are used; news is sent nowhere else, whatever a device says its address is. */
const known = [/^fcm\.googleapis\.com$/, /^(?:[\w-]+\.)?push\.services\.mozilla\.com$/, /^(?:[\w-]+\.)*push\.apple\.com$/, /^(?:[\w-]+\.)*notify\.windows\.com$/];

/** Whether this is an address of a device at such a service. */
export function isPushAddress(endpoint: string): boolean {
  if (endpoint.length > 1_000 || !URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password, hash } = new URL(endpoint);
  return protocol === "https:" && port === "" && username === "" && password === "" && hash === "" && known.some((one) => one.test(hostname));
}
