/** Compared as whole domains: a subdomain is another domain. */
export const isAddressOf = (domains: readonly string[], address: string): boolean =>
  domains.some((domain) => address.toLowerCase().endsWith(`@${domain.toLowerCase()}`));
