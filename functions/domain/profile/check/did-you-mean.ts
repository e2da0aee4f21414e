import { nearest } from "../../shape/nearest.ts";

const LEAST = 4;

/** A part of one name only is that name: "manager" where there is a "team-manager". */
const partOf = (word: string, known: readonly string[]): string | undefined => {
  const plain = word.toLowerCase();
  const fits = known.filter((one) => {
    const other = one.toLowerCase();
    return Math.min(plain.length, other.length) >= LEAST && (other.includes(plain) || plain.includes(other));
  });
  return fits.length === 1 ? fits[0] : undefined;
};

/** `; did you mean "team"?`, to stand behind a fault of a name; empty where none is near. */
export const didYouMean = (word: string, known: readonly string[]): string => {
  const meant = nearest(word, known) ?? partOf(word, known);
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
};

/** The same, and where no name is near, which there are. */
export const meantOrOneOf = (word: string, known: readonly string[]): string =>
  didYouMean(word, known) || `; there is ${known.join(", ")}`;
