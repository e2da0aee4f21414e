/** Reasons that tell a person something but do not by themselves stop a mail. */
export const isOnlyAFlag = (reason: string): boolean =>
  reason === "spam" || reason.startsWith("ambiguous-date:");

export const quarantines = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => !isOnlyAFlag(reason) && !reason.startsWith("unreadable-attachment:"));
