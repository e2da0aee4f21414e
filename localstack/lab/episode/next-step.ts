import { toIso } from "../../../functions/domain/calendar/instant.ts";
import type { Assessment } from "../../../functions/domain/duty/assess.ts";
import type { Duty } from "../../../functions/domain/duty/duty.ts";

/** What comes next in an episode: a rung's mail, a limit, or a duty that stays open, past its limit or without one. */
export type NextStep = {
  kind: "mail" | "limit" | "overdue" | "no-limit";
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

/** The earliest thing still to come; of a mail and a limit at one instant, the mail. Then what is late the longest. */
export const nextStep = ({ duties }: Pick<Assessment, "duties">, now: number): NextStep | null => {
  const open = duties.filter((d) => d.state === "open");
  const [next] = [...mails(open), ...limits(open, now)].toSorted((a, b) => a.at - b.at);
  if (next) return { ...next, at: toIso(next.at) };
  const late = open
    .flatMap((duty) => (duty.dueAt === undefined ? [] : [{ duty, dueAt: duty.dueAt }]))
    .toSorted((a, b) => a.dueAt - b.dueAt)[0];
  const left = late?.duty ?? open.find((d) => d.createdAt <= now);
  if (!left) return null;
  const at = late ? toIso(late.dueAt) : null;
  return { kind: late ? "overdue" : "no-limit", at, rule: left.rule.id, duty: left.key, rung: null };
};
