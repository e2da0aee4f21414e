import { toIso } from "../../../functions/domain/calendar/instant.ts";
import type { Assessment } from "../../../functions/domain/duty/assess.ts";
import type { Duty } from "../../../functions/domain/duty/duty.ts";

/** What comes next in an episode: a rung's mail, a limit, or a duty without one that stays on the daily list. */
export type NextStep = {
  kind: "mail" | "limit" | "no-limit";
  at: string | null;
  rule: string;
  duty: string;
  /** Which of the duty's mails. */
  rung: string | null;
};

const mails = (open: readonly Duty[]) =>
  open.flatMap((duty) =>
    duty.rungs
      .filter((r) => !r.fired)
      .map(({ at, id, rung }) => ({
        kind: "mail" as const,
        at,
        rule: rung.rule ?? duty.rule.id,
        duty: duty.key,
        rung: id,
      })),
  );

const limits = (open: readonly Duty[], now: number) =>
  open.flatMap(({ dueAt, rule, key }) =>
    dueAt === undefined || dueAt < now
      ? []
      : [{ kind: "limit" as const, at: dueAt, rule: rule.id, duty: key, rung: null }],
  );

/** The earliest thing still to come; of a mail and a limit at one instant, the mail. */
export const nextStep = ({ duties }: Pick<Assessment, "duties">, now: number): NextStep | null => {
  const open = duties.filter((d) => d.state === "open");
  const [next] = [...mails(open), ...limits(open, now)].toSorted((a, b) => a.at - b.at);
  if (next) return { ...next, at: toIso(next.at) };
  const left = open.find((d) => d.createdAt <= now);
  return left ? { kind: "no-limit", at: null, rule: left.rule.id, duty: left.key, rung: null } : null;
};
