import { didYouMean } from "../check/did-you-mean.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";

/** Why no mail of this duty can ever have gone. */
export const toldNever = (duty: string, { rules }: Profile): string[] => {
  const rule = rules.find((r) => r.duty === duty);
  const duties = rules.map((r) => r.duty);
  if (!rule) return [`no duty is called "${duty}"${didYouMean(duty, duties)}`];
  if (rule.rungs.length === 0) return [`"${duty}" (${rule.id}) sends no mail: give it a rung`];
  return rule.series ? [`"${duty}" (${rule.id}) is a series, whose mails go by the number of each`] : [];
};

/** Why an action can never come after this duty's limit. */
export const afterNever = (duty: string, { rules }: Profile): string[] => {
  const rule = rules.find((r) => r.duty === duty);
  const duties = rules.map((r) => r.duty);
  if (!rule) return [`no duty is called "${duty}"${didYouMean(duty, duties)}`];
  if (rule.due.length === 0) return [`"${duty}" (${rule.id}) has no limit, so nothing comes after it`];
  return rule.series ? [`"${duty}" (${rule.id}) is a series, each with a limit of its own`] : [];
};

/** Done by what calls for it: it is there to be measured, and asks nobody for anything. */
export const isDoneAtOnce = ({ when, doneWhen }: Rule): boolean =>
  doneWhen !== undefined && JSON.stringify(when) === JSON.stringify(doneWhen);
