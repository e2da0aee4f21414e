export type Said = string | undefined;

/** What somebody wrote; blanks are nothing. */
export const said = (value: unknown): Said =>
  typeof value === "string" && value.trim() ? value.trim() : undefined;
