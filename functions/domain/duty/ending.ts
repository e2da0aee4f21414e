import { type Instant, toInstant } from "../calendar/instant.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Rule } from "../profile/rule.ts";
import type { Context } from "./context.ts";
import type { DutyState } from "./duty.ts";
import { holds, matches } from "./since.ts";

export type Ending = { state: DutyState; at?: Instant; reason?: string };

const reasonOf = (action: ActionEvent): string => {
  const given = action.data.reason ?? action.data.reasonLate ?? action.data.outcome;
  return typeof given === "string" ? given : action.type.replaceAll("-", " ");
};

/** Everything that counts as doing the duty (or ends it otherwise), in the order it happened. */
export const evidenceFor = (rule: Rule, { episode }: Context) =>
  episode.actions.flatMap((action) => {
    const evidence = rule.endedBy.find((e) => matches(action, e.action, e.with));
    return evidence ? [{ action, as: evidence.as }] : [];
  });

const endedByEvidence = ({ action, as }: ReturnType<typeof evidenceFor>[number], due: Instant | undefined): Ending => {
  const at = toInstant(action.at);
  if (as === "not-required") return { state: "not-required", at, reason: reasonOf(action) };
  if (due === undefined || at <= due) return { state: "done", at };
  const late = action.data.reasonLate;
  return { state: "late-done", at, ...(typeof late === "string" ? { reason: late } : {}) };
};

/** How a duty stands: nothing ends in silence, so every end but "done in time" keeps its reason (ALL-01). */
export const endingOf = (rule: Rule, context: Context, due: Instant | undefined, nth = 0): Ending => {
  const evidence = evidenceFor(rule, context)[nth];
  if (evidence) return endedByEvidence(evidence, due);
  if (context.episode.status === "cancelled")
    return { state: "not-required", reason: context.episode.cancelledBecause ?? "cancelled" };
  const exempt = rule.notRequired.find((n) => holds(n.when, context));
  if (exempt) return { state: "not-required", reason: exempt.reason };
  if (rule.ladder === "while-missing" && context.episode.status === "returned")
    return { state: "not-required", reason: "the child was found first" };
  return { state: "open" };
};
