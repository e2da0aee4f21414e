import type { Rule } from "../rule.ts";
import { statusesOf } from "./statuses.ts";

type Found = { path: string; problem: string };

/** A closure ends whatever else is open, so it is a manager's, of a child who is back, and waits for nobody's mail. */
export const faultsOfClosing = (rule: Rule): Found[] => {
  if (!rule.closes) return [];
  const done = rule.endedBy.filter(({ as }) => as === "done");
  return [
    ...(statusesOf(rule.when).join() === "returned"
      ? []
      : [
          {
            path: "when",
            problem: "closes the episode, so it needs { status: returned }: a search is never ended so",
          },
        ]),
    ...(done.length > 0 && done.every(({ by }) => by !== undefined)
      ? []
      : [{ path: "endedBy", problem: 'closes the episode, so it says whose it is: "duty-done by ROLE"' }]),
  ];
};
