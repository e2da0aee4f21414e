import { type Fault, faultAt } from "./fault.ts";
import { asFields, type Fields, type Written } from "./files.ts";
import { wholeId } from "./ids.ts";

/** What the documents ask for, each with where. A report that two ask for is of both their clauses; the first's rule. */
const askedIn = (followed: readonly Written[], prefix: unknown): Map<string, Fields> => {
  const asked = new Map<string, Fields>();
  for (const { parts } of followed)
    for (const [name, one] of Object.entries(asFields(parts.reports))) {
      const { rule, clause } = asFields(one);
      if (!asked.has(name)) asked.set(name, { rule: wholeId(rule, prefix), clause, source: parts.source });
    }
  return asked;
};

/** Every report that is asked for, with whom the authority sends it to; one that it sends nobody is a fault. */
export const reportsOf = (
  profile: Written,
  followed: readonly Written[],
  prefix: unknown,
): { reports: Fields; faults: Fault[] } => {
  const asked = askedIn(followed, prefix);
  const sent = asFields(profile.parts.reports);
  const faults = [...asked]
    .filter(([name]) => !(name in sent))
    .map(([name, { rule, clause, source }]) =>
      faultAt(
        { file: profile.file, path: ["reports"] },
        `lacks "${name}", which ${String(source)} asks for: say to whom it goes, how many daysAfter its period, and at what time`,
        { rule, clause },
      ),
    );
  const reports = Object.fromEntries(
    Object.entries(sent).map(([name, one]) => {
      const { rule, ...own } = asFields(one);
      const is = rule === undefined ? {} : { rule: wholeId(rule, prefix) };
      return [name, { ...asked.get(name), ...own, ...is }];
    }),
  );
  return { reports, faults };
};
