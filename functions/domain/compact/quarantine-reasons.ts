/** A report of a missing child whose times cannot be: it was acted on at once, and a person is told what is odd. */
export const isOdd = (reason: string): boolean => reason.startsWith("odd-time:");

/** Reasons that tell a person something but do not by themselves stop a mail. */
export const isOnlyAFlag = (reason: string): boolean =>
  reason === "spam" || reason.startsWith("ambiguous-date:") || isOdd(reason);

export const quarantines = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => !isOnlyAFlag(reason) && !reason.startsWith("unreadable-attachment:"));
