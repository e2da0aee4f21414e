import type { CompactKind } from "../../../domain/compact/compact.ts";
import { type KindEvidence, settleKinds } from "./kinds.ts";

type Sources = {
  evidence: readonly KindEvidence[];
  /** What the form's own fields say. */
  stated: readonly CompactKind[];
  /** A time of return, or a record said to be closed. */
  ended: "returned" | "closed" | undefined;
};

const contradict = (told: ReadonlySet<CompactKind>, stated: ReadonlySet<CompactKind>): boolean => {
  const kinds = new Set([...told, ...stated]);
  if (kinds.has("missing") && kinds.has("found")) return true;
  return stated.has("cancelled") && told.has("missing") && !told.has("cancelled");
};

/**
 * Within one line "missing person located" is a find. A subject that says one, and a heading, a field or a time of
 * return that says the other, are for a person: a find is never lost under a report that only says "update".
 */
export const decideKind = ({ evidence, stated, ended }: Sources): CompactKind | "conflict" | undefined => {
  const told = new Set(evidence.map((one) => one.kind));
  const said = new Set(stated);
  const kind = contradict(told, said) ? "conflict" : settleKinds(new Set([...told, ...said]));
  if (kind === undefined) return ended === "returned" ? "found" : undefined;
  return ended && kind !== "found" && kind !== "cancelled" ? "conflict" : kind;
};
