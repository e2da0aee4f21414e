import { conflictsWith } from "../core/compact-events/events-of-mail.ts";
import type { EpisodeStore } from "../core/ports/episode-store.ts";
import { episodeIdOf } from "../domain/episode/identity.ts";
import { contradictionsAmong } from "../domain/episode/same-child.ts";
import type { Corrected } from "./corrections.ts";

const words: Record<string, string> = {
  dateOfBirth: "date of birth",
  surname: "surname",
  forenames: "first name",
};

const inWords = (fields: readonly string[]): string =>
  fields
    .map((field) => words[field])
    .join(", ")
    .replace(/, (?=[^,]*$)/, " and ");

const way = "correct the reference or the child; if it is the same child, say so: sameChild: true";

/** A report released under a reference that stands for another child would end that child's episode. */
export const otherChildren = async (
  reports: readonly Corrected[],
  force: string,
  store: Pick<EpisodeStore, "load">,
): Promise<string[]> => {
  const unsure = reports.filter(({ sameChild }) => !sameChild);
  const faults: string[] = [];
  for (const [id, some] of Map.groupBy(unsure, ({ compact }) => episodeIdOf(force, compact.reference))) {
    const [first] = some;
    const reference = first?.compact.reference;
    const among = contradictionsAmong(some.map(({ compact }) => compact.child));
    if (among.length > 0)
      faults.push(`reference: ${reference} stands for children with another ${inWords(among)}: ${way}`);
    const against = new Set<string>();
    for (const { compact } of some)
      for (const field of await conflictsWith(id, compact, store)) against.add(field);
    if (against.size > 0)
      faults.push(
        `reference: ${reference} is the episode of a child with another ${inWords([...against])}: ${way}`,
      );
  }
  return faults;
};
