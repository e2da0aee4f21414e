import type { Instant } from "../../domain/calendar/instant.ts";
import { type Assessment, stepOf } from "../../domain/duty/assess.ts";
import { type Ladder, ladders } from "../../domain/profile/ladder.ts";
import type { EpisodeRow, LadderStates } from "../ports/stored-episode.ts";

const stateOf = (ladder: Ladder, assessment: Assessment, now: Instant): string => {
  const step = stepOf(ladder, assessment, now);
  if (step.kind === "wait") return `wait ${step.until ?? ""}`;
  if (step.kind === "due") return `due ${step.rungs.map((r) => `${r.duty.key}/${r.id}`).join(" ")}`;
  return step.kind;
};

export const ladderStates = (assessment: Assessment, now: Instant): LadderStates =>
  Object.fromEntries(ladders.map((ladder) => [ladder, stateOf(ladder, assessment, now)]));

const DUE = "due ";

const dueIn = (state: string): string[] => (state.startsWith(DUE) ? state.slice(DUE.length).split(" ") : []);

/** Rungs that were due have fired and nothing else is: the ladder was woken when they fell due, and looks by itself. */
const onlyFired = (before: string, after: string): boolean => {
  if (!before.startsWith(DUE) || after === "settled") return false;
  const known = dueIn(before);
  return dueIn(after).every((rung) => known.includes(rung));
};

/** Only a ladder whose next rung or result changed is woken. */
export const changedLadders = (before: LadderStates, after: LadderStates): Ladder[] =>
  ladders.filter((ladder) => {
    const [was = "", is = ""] = [before[ladder], after[ladder]];
    return was !== is && !onlyFired(was, is);
  });

/** While the child is missing one ladder runs; after the return the others do. A change wakes those that may wait. */
export const mayWait = (ladder: Ladder, before: EpisodeRow["status"] | undefined): boolean =>
  (ladder === "while-missing") === (before === "missing");
