import { lengthOf } from "../length.ts";
import type { Rule, Rung } from "../rule.ts";
import { isKnownAtFirst } from "./begins.ts";
import { isDoneAtOnce } from "./told-faults.ts";

type Found = { path: string; problem: string };

/** What has no limit stands in its owner's daily list; what has one is told by its rungs alone. */
const nobodyTold = (rule: Rule): Found[] =>
  rule.rungs.length === 0 && rule.due.length > 0 && !rule.notice && !isDoneAtOnce(rule)
    ? [
        {
          path: "rungs",
          problem:
            'nobody is ever told: the daily list holds only what has no limit, and this rule has one. Give it a rung "limit" to its owner',
        },
      ]
    : [];

const named = ({ id }: Rung, ...names: readonly string[]): boolean =>
  names.some((name) => id === name || id.startsWith(`${name}-`));

/** The earliest of several clocks is the limit, so one of them that is over is enough. */
export const isAfterLimit = (rung: Rung, rule: Rule): boolean =>
  rung.from === "created" &&
  rung.amount > 0 &&
  rule.due.some((clock) => isKnownAtFirst(clock.anchor, rule) && lengthOf(rung) >= lengthOf(clock));

const outOfTurn = (rung: Rung, rule: Rule): string | undefined => {
  if (named(rung, "told") && (isAfterLimit(rung, rule) || (rung.from === "due" && rung.amount >= 0)))
    return 'tells of the duty when its limit is over: count it from "created", with no amount for at once';
  if (named(rung, "limit", "overdue", "escalate") && rung.from === "due" && rung.amount < 0)
    return 'says that the limit is over before it is: call it "reminder", or leave out the "-"';
  return undefined;
};

/** A notice is done once its mails have gone, and these never stop. */
const neverQuiet = (rule: Rule): Found[] =>
  rule.notice && !rule.doneWhen && rule.endedBy.length === 0
    ? rule.rungs.flatMap((rung, i) =>
        rung.every
          ? [{ path: `rungs.${i}.every`, problem: 'would go on for ever: leave out "every", or "notice"' }]
          : [],
      )
    : [];

/** Mails that go to nobody, or say a thing when it is no longer or not yet so. */
export const faultsOfTelling = (rule: Rule): Found[] => [
  ...nobodyTold(rule),
  ...neverQuiet(rule),
  ...rule.rungs.flatMap((rung, i) => {
    const problem = outOfTurn(rung, rule);
    return problem ? [{ path: `rungs.${i}`, problem }] : [];
  }),
  ...rule.rungs.flatMap(({ rule: cited, clause }, i) =>
    (cited === undefined) === (clause === undefined)
      ? []
      : [
          {
            path: `rungs.${i}.${cited === undefined ? "rule" : "clause"}`,
            problem: 'is missing: a rung with a rule of its own names both "rule" and "clause"',
          },
        ],
  ),
];
