import { tidyName } from "./tidy-name.ts";

/** `isTwo` where two people are named: none of it is read. */
export type PersonName = { forenames?: string; surname?: string; knownAs?: string; isTwo?: true };

const particles = new Set([
  "dos",
  "ó",
  "ní",
  "nic",
  "uí",
  "das",
  "do",
  "des",
  "ter",
  "ten",
  "te",
  "zu",
  "zur",
  "af",
  "av",
  "ibn",
  "abu",
  "abd",
  "ap",
  "ab",
  "mac",
  "los",
  "las",
  "y",
  "e",
  "saint",
  "de",
  "da",
  "di",
  "du",
  "del",
  "della",
  "der",
  "den",
  "van",
  "von",
  "la",
  "le",
  "el",
  "al",
  "bin",
  "ben",
  "st",
]);

const isCapitals = (word: string): boolean => {
  const bare = word.replace(/^(?:Mc|Mac|O['’ʼ]|D['’ʼ])(?=\p{Lu}{2})/u, "");
  return (
    (bare.match(/\p{L}/gu)?.length ?? 0) > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase()
  );
};

const both = (forenames: string, surname: string): PersonName => ({
  ...(forenames ? { forenames } : {}),
  ...(surname ? { surname } : {}),
});

/** "Jane, SMITH": the comma says one thing and the capitals the other. Of two letters either may be initials. */
const aroundComma = (before: string, after: string): PersonName => {
  if (isCapitals(after) && !before.split(" ").some(isCapitals))
    return after.replace(/[^\p{L}]/gu, "").length > 2 ? both(before, after) : {};
  const capitals = after.split(" ").filter((word) => isCapitals(word) && word.length > 2);
  // "SMITH, Jane JONES" names a second family.
  return capitals.length > 0 && after.split(" ").length > capitals.length ? {} : both(after, before);
};

/** Forenames first, the last word the surname with the particles before it: "Caroline van den Brul", "Tilly Rose Hargreave". */
const inUsualOrder = (words: readonly string[]): PersonName => {
  if (words.length < 2 || words.length > 6) return {};
  let from = words.length - 1;
  while (from > 1 && particles.has((words[from - 1] ?? "").toLowerCase())) from -= 1;
  return both(words.slice(0, from).join(" "), words.slice(from).join(" "));
};

const split = (name: string): PersonName => {
  const comma = name.indexOf(",");
  if (comma > 0) return aroundComma(name.slice(0, comma).trim(), name.slice(comma + 1).trim());
  const words = name.split(" ");
  const capitals = words.map(isCapitals);
  if (capitals.every(Boolean) || capitals.every((is) => !is)) {
    return capitals[0] ? {} : inUsualOrder(words);
  }
  let from = capitals.indexOf(true);
  if (from === 0) {
    const end = capitals.indexOf(false);
    return capitals.lastIndexOf(true) < end
      ? both(words.slice(end).join(" "), words.slice(0, end).join(" "))
      : {};
  }
  while (from > 1 && particles.has((words[from - 1] ?? "").toLowerCase())) from -= 1;
  return capitals.lastIndexOf(true) === words.length - 1
    ? both(words.slice(0, from).join(" "), words.slice(from).join(" "))
    : {};
};

const read = (raw: string, split: (name: string) => PersonName): PersonName => {
  const { name, knownAs, isTwo } = tidyName(raw);
  if (isTwo) return { isTwo };
  const parts = name ? split(name) : {};
  return knownAs && Object.keys(parts).length > 0 ? { ...parts, knownAs } : parts;
};

/**
 * "SMITH, Jane" and "Jane SMITH" say which is the surname. "Jane Ann Smith" is read in the usual order; of capitals
 * throughout either end may be the surname, which is left to a person.
 */
export const readName = (raw: string): PersonName => read(raw, split);

/** Of "Ellie May ASHDOWN" in the field for forenames the capitals are the surname's. */
const ownForenames = (name: string): PersonName => {
  const words = name.split(" ");
  const own = words.filter((word) => !isCapitals(word) || word.length < 3);
  return name.includes(",") ? {} : { forenames: (own.length > 0 ? own : words).join(" ") };
};

export const readForenames = (raw: string): PersonName => read(raw, ownForenames);

export const readSurname = (raw: string): PersonName =>
  read(raw, (name) => (name.includes(",") ? {} : { surname: name }));
