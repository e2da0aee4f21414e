import type { Placed } from "./parts.ts";
import type { Rule } from "./rule.ts";

/** Every condition of a rule that stands by itself, with its path in the rule. */
export const conditionsOf = ({ when, doneWhen, notRequired, owner }: Rule): Placed[] => [
  { path: "when", condition: when },
  ...(doneWhen ? [{ path: "doneWhen", condition: doneWhen }] : []),
  ...notRequired.map((one, i) => ({ path: `notRequired.${i}.when`, condition: one.when })),
  ...owner.flatMap((one, i) => (one.when ? [{ path: `owner.${i}.when`, condition: one.when }] : [])),
];
