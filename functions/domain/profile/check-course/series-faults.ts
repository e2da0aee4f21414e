import type { ProfileFault } from "../check/fault.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";

type Found = { path: string; problem: string };
type Evidence = Rule["endedBy"][number];

const agree = ({ action, with: a = {} }: Evidence, { action: other, with: b = {} }: Evidence): boolean =>
  action === other && Object.entries(a).every(([key, value]) => !(key in b) || b[key] === value);

const faultsOf = (rule: Rule, rules: Profile["rules"]): Found[] => {
  if (!rule.series) return [];
  if (rule.endedBy.length === 0)
    return [
      {
        path: "endedBy",
        problem: "a series goes on from one record to the next: name the record that ends each",
      },
    ];
  const asked = rules.some(
    (other) =>
      !other.series &&
      other.endedBy.some((e) => e.as === "done" && rule.endedBy.some((own) => agree(e, own))),
  );
  const actions = [...new Set(rule.endedBy.map(({ action }) => `"${action}"`))].join(" or ");
  return asked
    ? []
    : [
        {
          path: "series",
          problem: `has no first: each one held starts the next, and no other rule asks for a first ${actions}. Add one without "series" that ends with it`,
        },
      ];
};

/** Each one held starts the next, so somebody else has to ask for the first. */
export const seriesWithoutFirst = ({ rules }: Profile): ProfileFault[] =>
  rules.flatMap((rule, i) =>
    faultsOf(rule, rules).map(({ path, problem }) => ({
      path: `rules.${i}.${path}`,
      rule: rule.id,
      clause: rule.clause,
      problem,
    })),
  );
