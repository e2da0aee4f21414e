import type { Pair } from "../forms/form.ts";
import { collapse } from "../words/plain-words.ts";
import { answerOf } from "./answers.ts";
import { flagsIn } from "./flags.ts";
import type { ReadContext } from "./read-context.ts";

type Outcome = { said?: Record<string, unknown>; reason?: string };

const negative =
  /^\W*(?:no|not(?! (?:ruled|only)\b)|nil|none|nothing|never|neither|negative|denie[sd]|ruled out|n)\b/i;

/** "CSE: Yes" is a warning named by its label; "CSE: No" is none, unless more is said after it. */
export const readMarker = ({ label, value }: Pair, { lexicon }: ReadContext): Outcome => {
  const answer = answerOf(value, lexicon);
  const denied = answer === "no" || negative.test(value);
  if ((denied || answer === "not stated") && flagsIn([value], lexicon).length === 0) return { said: {} };
  const bare = answer === "yes" && !/\p{L}{4}/u.test(value);
  return { said: { warnings: [bare ? label : `${label}: ${collapse(value)}`] } };
};

/** A label nobody knows that names a flag is a marker where it is answered yes. */
export const isMarked = ({ label, value }: Pair, { lexicon }: ReadContext): boolean =>
  value.length < 40 && lexicon.mayFlag(label) && answerOf(value, lexicon) === "yes";

const denial = /\b(?:no|not|nil|none|never|denie[sd]|denying|without|negative|nothing)\b/i;

const isList = (part: string): boolean =>
  part.includes(",") && part.split(",").every((one) => one.trim().split(/\s+/).length <= 3);

/** "CSE, CCE" are two warnings; what holds a denial stays whole, for a "no" may reach over its commas. */
export const readWarnings = (value: string): Outcome => ({
  said: {
    warnings: value
      .split(/[;\n]/)
      .flatMap((part) =>
        denial.test(part) ? [part] : part.split(isList(part) ? "," : /,\s*(?=[A-Z]{2,}\b)/),
      )
      .map(collapse)
      .filter(Boolean),
  },
});
