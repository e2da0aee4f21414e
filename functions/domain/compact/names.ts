export type PersonName = { forenames?: string; surname?: string };

const titles = /^(?:mr|mrs|miss|ms|mx|master|dr)\.?\s+/i;
const particles = new Set([
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
  const bare = word.replace(/^(?:Mc|Mac|O['’]|D['’])(?=\p{Lu}{2})/u, "");
  return (
    (bare.match(/\p{L}/gu)?.length ?? 0) > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase()
  );
};

const both = (forenames: string, surname: string): PersonName => ({
  ...(forenames ? { forenames } : {}),
  ...(surname ? { surname } : {}),
});

/**
 * "SMITH, Jane" and "Jane SMITH" say which is the surname. "Jane Smith" is read in the usual order; three words without
 * capitals, or capitals throughout, could be divided in several places and are left to a person.
 */
export const readName = (raw: string): PersonName => {
  const name = raw.replace(/\s+/g, " ").trim().replace(titles, "");
  const comma = name.indexOf(",");
  if (comma > 0)
    return both(
      name
        .slice(comma + 1)
        .replace(titles, "")
        .replace(/,/g, "")
        .trim(),
      name.slice(0, comma).trim(),
    );
  const words = name.split(" ");
  const capitals = words.map(isCapitals);
  if (capitals.every(Boolean) || capitals.every((is) => !is)) {
    const [first, last] = words;
    return words.length === 2 && first && last && !capitals[0] ? both(first, last) : {};
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
