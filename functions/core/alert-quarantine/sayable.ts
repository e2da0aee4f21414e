/** A reason as it may stand in a mail or a log: an attachment's file name, which may be a child's, stays in the ledger. */
export const sayable = (reasons: readonly string[]): string[] =>
  reasons.map((reason) => (reason.startsWith("unreadable-attachment:") ? "unreadable-attachment" : reason));
