import * as dates from "temporal-polyfill/fns/PlainDate";
import type { Instant } from "../calendar/instant.ts";
import { dateOf, midnightOf } from "../calendar/london.ts";
import { type Episode, startOf } from "../episode/episode.ts";
import { oncePer } from "../once-per.ts";

/** Born on 29 February: the birthday of a common year is 1 March, which keeps the duties longer. */
const birthdayOf = (dateOfBirth: string, years: number): dates.Record => {
  const born = dateOf(dateOfBirth);
  const birthday = dates.addYears(born, years);
  return birthday.day === born.day ? birthday : dates.addDays(birthday, 1);
};

const isPregnant = ({ facts }: Episode): boolean =>
  [facts.circumstances, ...(facts.warnings ?? [])].some((text) => /\bpregnan/i.test(text ?? ""));

/**
 * The 18th birthday, where it ends the clocks (ALL-05): not of a child in care or a care leaver, to whom duties
 * continue (Derby protocol 4.1.3), nor of a pregnant woman (3.1). An episode that began after it is left to a
 * person: a mistyped date of birth may not silence anything.
 */
export const adultSince = oncePer((episode: Episode): Instant | undefined => {
  const { child, careStatus } = episode.facts;
  if (
    !child?.dateOfBirth ||
    careStatus === "care-leaver" ||
    careStatus === "looked-after" ||
    isPregnant(episode)
  )
    return undefined;
  const birthday = midnightOf(birthdayOf(child.dateOfBirth, 18));
  return birthday > startOf(episode) ? birthday : undefined;
});
