import type { ActionName } from "../../episode/action-names.ts";
import { partsOf } from "../parts.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";

type Scalars = Readonly<Record<string, unknown>> | undefined;

/** A record that somebody makes or a condition waits for, by its name and values of its data. */
export type Wanted = { action: string; with?: Scalars };

/** What happens to a child, is said by somebody or is tried, and is recorded without a duty that asks for it. */
const news: ReadonlySet<string> = new Set<ActionName>([
  "contact-attempt",
  "contact-made",
  "decline",
  "exempt",
  "exemption-lifted",
  "raise-concern",
  "taken-abroad",
  "placed-elsewhere",
  "interview-requested",
  "found-retracted",
  "referral-handed-back",
  "cancel",
  "note",
]);

/** One record can be both. */
const agree = (a: Scalars = {}, b: Scalars = {}): boolean =>
  Object.entries(a).every(([key, value]) => !(key in b) || b[key] === value);

/** What ends a duty as done, in whichever of the two ways it is written. */
const endsOf = ({ endedBy, doneWhen }: Rule): (Wanted & { as: string })[] => [
  ...endedBy,
  ...(doneWhen ? partsOf(doneWhen) : []).flatMap((c) => {
    if ("recorded" in c) return [{ action: c.recorded, with: c.with, as: "done" }];
    return "lastRecorded" in c ? [{ action: c.lastRecorded, with: c.with, as: "done" }] : [];
  }),
];

/** "duty-done" is recorded of the duty that is ended by it, whoever else looks at it. */
const asksFor = (rule: Rule, wanted: Wanted): boolean =>
  endsOf(rule).some(
    (e) =>
      e.action === wanted.action &&
      agree(e.with, wanted.with) &&
      (e.action === "duty-done" ? e.with?.duty === rule.duty : e.as === "done"),
  );

/** Which duties ask a person for such a record; undefined where it is made without being asked for. */
export const askersOf = (wanted: Wanted, { rules }: Profile): Rule[] | undefined => {
  if (news.has(wanted.action)) return undefined;
  const askers = rules.filter((rule) => asksFor(rule, wanted));
  return askers.length === 0 && wanted.action !== "duty-done" ? undefined : askers;
};
