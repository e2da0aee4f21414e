import { functionNames } from "../../../infra/functions.ts";
import type { Advanced } from "../episode/clock.ts";
import { shortlyIso } from "../times.ts";

/** What ran at each stop only to see that nothing was forgotten. */
const safeguards = new Set<string>(["sweep-outbox", "watch-deadlines", "reconcile-mail"]);

const inWords = (due: string): string[] => {
  const scheduled = functionNames.find((name) => due.includes(`Schedules${name.replaceAll("-", "")}`));
  if (!scheduled) return [due.replace(/^sfn-timeout: /, "")];
  return safeguards.has(scheduled) ? [] : [scheduled];
};

export const advancedText = ({ now, stops }: Advanced): string =>
  [
    ...stops.flatMap(({ at, due }) => {
      const words = [...new Set(due.flatMap(inWords))];
      return words.length === 0 ? [] : [`${shortlyIso(at)}  ${words.join(", ")}`];
    }),
    `It is now ${shortlyIso(now)} in London.`,
  ].join("\n");
