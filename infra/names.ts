/** Names fixed by hand because two things that may not refer to each other must agree on them. */
export const stackName = (authority: string): string => `SafeReturn-${authority}`;
/**
 * The names CloudFormation makes up for what stands under one construct. The part begins with a capital and no
 * authority's name has one, so the pattern of "derby" admits nothing of "derby-city".
 */
export const generatedNames = (authority: string, part: Capitalize<string>): string =>
  `${stackName(authority)}-${part}*`;

/** An account's own stacks bear no hyphen after the product's name, so no authority's name can collide with them. */
export const mailStackName = "SafeReturnMail";
export const identityStackName = (domain: string): string =>
  `SafeReturnDomain-${domain.replaceAll(/[^a-z0-9]/gi, "-")}`;

/** Lambda takes 64 characters, of which "safe-return-…-decide-quarantine" are 30. */
export const longestAuthority = 34;

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
