import type { Instant } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import type { Ladder } from "../profile/ladder.ts";
import { dutiesOf, hasArisen } from "./duties.ts";
import type { DueRung, Duty } from "./duty.ts";

export type EpisodeStatus = "missing" | "returned" | "closed" | "cancelled";

/** What a ladder of the workflow does next. */
export type LadderStep =
  | { kind: "settled" }
  | { kind: "due"; rungs: readonly (DueRung & { duty: Duty })[] }
  | { kind: "wait"; until?: Instant };

export type Assessment = {
  status: EpisodeStatus;
  duties: readonly Duty[];
  /** The earliest rung still to fire in any ladder: what the watchdog looks at. */
  nextRungAt?: Instant;
};

/** While the child is missing one ladder runs and looks after every duty; the interview's also after its report. */
const watches: Record<Ladder, readonly Ladder[]> = {
  "while-missing": [
    "while-missing",
    "contact",
    "return-interview",
    "strategy-discussion",
    "report-distribution",
  ],
  contact: ["while-missing", "contact"],
  "return-interview": ["return-interview", "report-distribution"],
  "strategy-discussion": ["strategy-discussion"],
  "report-distribution": ["report-distribution"],
};

const isOpen = (duty: Duty): boolean => duty.state === "open";

const unfired = (duties: readonly Duty[]) =>
  duties
    .filter(isOpen)
    .flatMap((duty) => duty.rungs.filter((r) => !r.fired).map((r) => ({ ...r, duty })))
    .toSorted((a, b) => a.at - b.at);

const statusOf = (context: Context, duties: readonly Duty[]): EpisodeStatus => {
  const { status } = context.episode;
  return status === "returned" && !duties.some(isOpen) ? "closed" : status;
};

export const assess = (context: Context): Assessment => {
  const duties = dutiesOf(context);
  const next = unfired(duties)[0]?.at;
  return { status: statusOf(context, duties), duties, ...(next === undefined ? {} : { nextRungAt: next }) };
};

/** Every rung that is due, whatever ladder it belongs to: what the watchdog fires. */
export const dueRungs = ({ duties }: Assessment, now: Instant) => unfired(duties).filter((r) => r.at <= now);

const runsWhile = (ladder: Ladder): EpisodeStatus => (ladder === "while-missing" ? "missing" : "returned");

/** What one ladder does now: fire what is due, wait for the next rung, or be settled. */
export const stepOf = (ladder: Ladder, { status, duties }: Assessment, now: Instant): LadderStep => {
  const watched = duties.filter((d) => watches[ladder].includes(d.rule.ladder));
  const rungs = unfired(watched);
  const due = rungs.filter((r) => r.at <= now);
  if (due.length > 0) return { kind: "due", rungs: due };
  if (status !== runsWhile(ladder)) return { kind: "settled" };
  const own = ladder === "while-missing" ? watched : watched.filter((d) => d.rule.ladder === ladder);
  const settled = ladder !== "while-missing" && !own.some(isOpen);
  if (settled) return { kind: "settled" };
  const until = rungs[0]?.at;
  return until === undefined ? { kind: "wait" } : { kind: "wait", until };
};

/** The duties a person sees: those that have arisen. */
export const arisen = ({ duties }: Assessment, now: Instant): Duty[] =>
  duties.filter((d) => hasArisen(d, now));
