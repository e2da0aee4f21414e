/** Names fixed by hand because two things that may not refer to each other must agree on them. */
export const stackName = (authority: string): string => `SafeReturn-${authority}`;
export const physicalName = (authority: string, part: string): string => `safe-return-${authority}-${part}`;

/** One active receipt rule set per account and region; each authority's rule in it bears the authority's name. */
export const receiptRuleSet = "safe-return";
export const configurationSet = "safe-return";
export const rawPrefix = "raw/";
/** Files of mails that somebody fetches at this moment. */
export const shownPrefix = "shown/";
/** Everything open, on one page, for the day the system is away. */
export const sheetPrefix = "sheet/";

/** What the mail stack needs of an authority's stack. */
export const exportName = (authority: string, output: string): string => `${stackName(authority)}-${output}`;

export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);
