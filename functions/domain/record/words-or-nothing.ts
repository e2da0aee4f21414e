export type Words = string | undefined;

/** What somebody wrote; blanks are nothing. */
export const wordsOf = (value: unknown): Words =>
  typeof value === "string" && value.trim() ? value.trim() : undefined;
