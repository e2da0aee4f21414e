import type { DecisionAnswers } from "../core/ports/waiting-mails.ts";
import type { Instant } from "../domain/calendar/instant.ts";
import type { Decided } from "./decide-quarantine.ts";
import type { DecisionRequest } from "./request.ts";

type Deps = { answers: Pick<DecisionAnswers, "keep">; now: () => Instant };

/** The console does not wait: a page of its looks for what became of its form. Everybody else hears it at once. */
export const answerConsole = async (
  { id, channel }: Pick<DecisionRequest, "id" | "channel">,
  decided: Decided,
  { answers, now }: Deps,
): Promise<void> => {
  if (channel !== "console") return;
  const faults = decided.outcome === "refused" ? { faults: decided.faults } : {};
  await answers.keep(id, { outcome: decided.outcome, ...faults }, now());
};
