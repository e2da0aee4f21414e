/** The authority and whoever acts for it, by their domains; a profile says more of them. */
export type Bodies = {
  staffDomains: readonly string[];
  partners: Readonly<Record<string, { domains: readonly string[]; signsInAs: readonly string[] }>>;
};

/** Compared as whole domains: a subdomain is another domain. */
export const isAddressOf = (domains: readonly string[], address: string): boolean =>
  domains.some((domain) => address.toLowerCase().endsWith(`@${domain.toLowerCase()}`));

/** The authority's own, and those of whoever acts for it (ALL-24). */
export const ourDomains = ({ staffDomains, partners }: Bodies): string[] => [
  ...staffDomains,
  ...Object.values(partners).flatMap(({ domains }) => domains),
];

/** May be allocated, sign in, and be told which child: nobody else may. */
export const isOurs = (address: string, bodies: Bodies): boolean => isAddressOf(ourDomains(bodies), address);

export const AUTHORITY = "authority";

/** The organisation an address is of: the authority itself, a partner by its name in the profile, or nobody's we know. */
export const organisationOf = (address: string, { staffDomains, partners }: Bodies): string | undefined =>
  isAddressOf(staffDomains, address)
    ? AUTHORITY
    : Object.keys(partners).find((name) => isAddressOf(partners[name]?.domains ?? [], address));
