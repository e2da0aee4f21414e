/** One fault of a profile: where it is, under which clause, and what is wrong. */
export type ProfileFault = { path: string; rule?: string; clause?: string; problem: string };

export const faultInWords = ({ path, rule, clause, problem }: ProfileFault): string =>
  `${path}${rule ? ` (${rule}, clause ${clause ?? "?"})` : ""}: ${problem}`;
