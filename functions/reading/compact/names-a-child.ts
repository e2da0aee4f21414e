import type { CompactDraft } from "../../domain/compact/compact.ts";

/** A kind and a reference alone may be the subject's, of a mail that reports nothing. */
export const namesAChild = ({ child }: CompactDraft): boolean =>
  child.surname !== undefined || child.forenames !== undefined || child.dateOfBirth !== undefined;
