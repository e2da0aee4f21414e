/** How long after the return a wait ended, and how; "open" where it has not, by then. */
export type Wait<Outcome extends string> = { hours: number; outcome: Outcome | "open" };

/** Of all returns the share that ended so by each hour, and what still waits. The shares of one hour sum to 1. */
export type Shares<Outcome extends string> = Record<Outcome | "open", number> & { hours: number };

/**
 * Every return accounted for over time (Aalen–Johansen): a refusal is an outcome and no child who might yet be seen, as
 * Kaplan–Meier would have it. A wait that is open at the cut-off counts among those at risk until then.
 */
export const outcomesOverTime = <Outcome extends string>(
  waits: readonly Wait<Outcome>[],
  outcomes: readonly Outcome[],
  hours: readonly number[],
): Shares<Outcome>[] => {
  const times = [...new Set(waits.map((wait) => wait.hours))].toSorted((a, b) => a - b);
  const share = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const steps: { at: number; share: Record<Outcome, number>; open: number }[] = [];
  let open = 1;
  for (const at of times) {
    const atRisk = waits.filter((wait) => wait.hours >= at).length;
    const now = waits.filter((wait) => wait.hours === at);
    let ended = 0;
    for (const outcome of outcomes) {
      const events = now.filter((wait) => wait.outcome === outcome).length;
      share[outcome] += (open * events) / atRisk;
      ended += events;
    }
    open *= 1 - ended / atRisk;
    steps.push({ at, share: { ...share }, open });
  }
  const none = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  return hours.map((until) => {
    const step = steps.findLast(({ at }) => at <= until);
    return { hours: until, ...(step?.share ?? none), open: step?.open ?? 1 } as Shares<Outcome>;
  });
};
