import type { ActionName } from "../../domain/episode/action-names.ts";
import type { Condition } from "../../domain/profile/condition.ts";
import { partsOf } from "../../domain/profile/parts.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { choiceWords } from "./action-words.ts";

const PREFIX = "outcomes.";

const outcomeIn = (condition: Condition): string[] =>
  "data" in condition && condition.data.startsWith(PREFIX) ? [condition.data.slice(PREFIX.length)] : [];

/** What a meeting or review has to record besides that it was held: what the profile's guards ask for by name, and the rest. */
export const namedOutcomes = (action: ActionName, { guards }: Profile): { key: string; label: string }[] => {
  const asked = guards
    .filter(({ actions }) => actions.includes(action))
    .flatMap(({ refuseWhen }) => partsOf(refuseWhen).flatMap(outcomeIn));
  const named = [...new Set(asked)].map((key) => ({ key, label: choiceWords(key) }));
  return [...named, { key: "other", label: named.length > 0 ? "Anything else" : "What came of it" }];
};
