import type { UnrecognisedLabel } from "../../domain/compact/compact.ts";
import { inPlaceOfLabel } from "../../domain/compact/label-count.ts";

/** What was read and not understood: under a label, unless its kind says that there is none. */
export type Unread = { kind?: keyof typeof inPlaceOfLabel | undefined; label: string; value: string };

export const printed = ({ kind, label, value }: Unread): UnrecognisedLabel => ({
  label: kind ? inPlaceOfLabel[kind] : label,
  value,
});
