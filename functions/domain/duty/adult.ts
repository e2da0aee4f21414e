import { Temporal } from "temporal-polyfill";
import { type Instant, LONDON } from "../calendar/instant.ts";
import { type Episode, startOf } from "../episode/episode.ts";
import { oncePer } from "../once-per.ts";

/** Born on 29 February: the birthday of a common year is 1 March, which keeps the duties longer. */
const birthdayOf = (dateOfBirth: string, years: number): Temporal.PlainDate => {
  const born = Temporal.PlainDate.from(dateOfBirth);
  const birthday = born.add({ years });
  return birthday.day === born.day ? birthday : birthday.add({ days: 1 });
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
  const birthday = birthdayOf(child.dateOfBirth, 18).toZonedDateTime(LONDON).epochMilliseconds;
  return birthday > startOf(episode) ? birthday : undefined;
});
