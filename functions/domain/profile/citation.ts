/** What of a refusal, or a mail, says where it comes from. `local`: our own practice, which no clause asks for (ALL-19). */
export type Cited = {
  rule?: string | undefined;
  clause?: string | undefined;
  local?: boolean | "when" | undefined;
};

/** "LEI-05, clause 4", or "LEI-01, local practice" where the source does not say it; undefined where no rule does. */
export const citationOf = ({ rule, clause, local }: Cited): string | undefined => {
  if (rule === undefined) return undefined;
  if (local === true) return `${rule}, local practice`;
  return clause === undefined ? rule : `${rule}, clause ${clause}`;
};

/** A refusal with what it rests on behind it. */
export const citedBehind = (said: Cited & { says: string }): string => {
  const citation = citationOf(said);
  return citation === undefined ? said.says : `${said.says} (${citation})`;
};
