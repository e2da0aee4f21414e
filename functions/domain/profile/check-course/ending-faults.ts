import type { Condition } from "../condition.ts";
import { conjunctsOf, same } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isDoneAtOnce } from "./told-faults.ts";

type Found = { path: string; problem: string };

/** Whatever makes all of these true makes the condition true. */
export const follows = (condition: Condition, from: readonly Condition[]): boolean => {
  if ("always" in condition) return true;
  if ("all" in condition) return condition.all.every((one) => follows(one, from));
  if ("any" in condition && condition.any.some((one) => follows(one, from))) return true;
  return from.some((one) => same(one, condition));
};

/** The record that calls for a duty is evidence for it too, so it is over when it begins. */
const endedByItsCause = (rule: Rule): Found[] =>
  rule.endedBy.flatMap((e, i) => {
    if (rule.series || e.by || e.with?.duty === rule.duty) return [];
    const cause = conjunctsOf(rule.when).find((c) => {
      const [action, data = {}] =
        "recorded" in c ? [c.recorded, c.with] : "lastRecorded" in c ? [c.lastRecorded, c.with] : [undefined];
      // Arising anew, it counts only what is recorded after what called for it.
      if (action !== e.action || (rule.again && "recorded" in c)) return false;
      return Object.entries(e.with ?? {}).every(([key, value]) => data[key] === value);
    });
    if (!cause) return [];
    const how = rule.again
      ? "the record that ends it calls for it anew"
      : "the record that calls for it ends it too";
    return [{ path: `endedBy.${i}`, problem: `${how}: name another "${e.action}", or another action` }];
  });

const asksNothing = (rule: Rule): Found[] => {
  const causes = conjunctsOf(rule.when);
  const done = rule.doneWhen && !isDoneAtOnce(rule) && follows(rule.doneWhen, causes);
  const mailed = isDoneAtOnce(rule) && rule.rungs.length > 0;
  return [
    ...(done || mailed
      ? [
          {
            path: "doneWhen",
            problem:
              'is so already when the duty begins, so it is done at once and its mails never go: for a mail alone write "notice": true',
          },
        ]
      : []),
    ...rule.notRequired.flatMap(({ when }, i) =>
      follows(when, causes)
        ? [
            {
              path: `notRequired.${i}.when`,
              problem: "is always so when the duty begins, so nobody would ever be asked for it",
            },
          ]
        : [],
    ),
  ];
};

/** Its own mail is no evidence: that is what a notice is. */
const endedByItsMail = (rule: Rule): Found[] =>
  [
    ...(rule.doneWhen ? [{ path: "doneWhen", condition: rule.doneWhen }] : []),
    ...rule.notRequired.map(({ when }, i) => ({ path: `notRequired.${i}.when`, condition: when })),
  ].flatMap(({ path, condition }) =>
    conjunctsOf(condition).some((c) => "told" in c && c.told === rule.duty)
      ? [
          {
            path,
            problem:
              'waits for its own mail: where the mail is all there is to do write "notice": true, else name what a person records',
          },
        ]
      : [],
  );

const takesItselfBack = (rule: Rule): Found[] =>
  rule.endedBy.flatMap(({ action, undoneBy }, i) =>
    action === undoneBy
      ? [
          {
            path: `endedBy.${i}.undoneBy`,
            problem: `"${action}" can't take itself back: name the record that opens the duty again`,
          },
        ]
      : [],
  );

/** A duty that is over before anybody can do it, or by what is no evidence. */
export const faultsOfEnding = (rule: Rule): Found[] => [
  ...endedByItsCause(rule),
  ...asksNothing(rule),
  ...endedByItsMail(rule),
  ...takesItselfBack(rule),
];
