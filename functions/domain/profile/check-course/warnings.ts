import type { ProfileFault } from "../check/fault.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";
import { statusesOf } from "./statuses.ts";

type Found = { path: string; problem: string };

/**
 * A child who is back is no longer missing, in every episode. A return that is taken back is the exception, and there
 * the duty is meant to end.
 */
const endsWithItsStatus = (rule: Rule): Found[] =>
  statusesOf(rule.when).join() === "missing"
    ? [
        {
          path: "when",
          problem:
            'holds only while the child is missing: once the child is back the duty, and what was done of it, leaves the record. { compact: ["missing"] } stays so',
        },
      ]
    : [];

/** Its limit passes, and nobody hears of it then or later. */
const silentLimit = (rule: Rule): Found[] => {
  const last = rule.rungs.some((rung) => (rung.from === "due" && rung.amount >= 0) || rung.every);
  return rule.due.length > 0 && rule.rungs.length > 0 && !rule.notice && !last
    ? [{ path: "rungs", problem: 'nobody hears when the limit has passed: a rung "limit" would say so' }]
    : [];
};

const othersDuty = (rule: Rule): Found[] =>
  rule.endedBy.flatMap(({ action, with: data = {} }, i) =>
    action === "duty-done" && data.duty !== undefined && data.duty !== rule.duty
      ? [
          {
            path: `endedBy.${i}.with.duty`,
            problem: `ends with another duty, "${String(data.duty)}": is "${rule.duty}" meant?`,
          },
        ]
      : [],
  );

/** What may be meant, and is worth a second look: it is printed and fails nothing. */
export const warningsOf = ({ rules }: Profile): ProfileFault[] =>
  rules.flatMap((rule, i) =>
    [...endsWithItsStatus(rule), ...silentLimit(rule), ...othersDuty(rule)].map(({ path, problem }) => ({
      path: `rules.${i}.${path}`,
      rule: rule.id,
      clause: rule.clause,
      problem,
    })),
  );
