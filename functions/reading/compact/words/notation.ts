const choice = /\(([^()]*)\)/;

const spelledOut = (wording: string): string[] => {
  const [group, parts] = choice.exec(wording) ?? [];
  if (group === undefined || parts === undefined) return [wording.trim().replace(/\s+/g, " ")];
  return parts.split("|").flatMap((part) => spelledOut(wording.replace(group, () => part)));
};

/**
 * Wordings with commas between, over as many lines as they need. "(a|b|)" stands for each of its parts in turn:
 * "(Date|Time|) Found" is "Date Found", "Time Found" and "Found".
 */
export const said = (text: string): string[] => [...new Set(text.split(",").flatMap(spelledOut))];

const heading = /^[ \t]*([\w-]+)(?: (\w+))?:/gm;

/** Wordings under headings, each at the beginning of a line: "found: located, traced". A second word is a mark. */
export const headed = <K extends string>(
  keys: readonly K[],
  text: string,
): { key: K; mark?: string; wordings: string[] }[] => {
  const heads = [...text.matchAll(heading)];
  return heads.map(({ 0: head, 1: name, 2: mark, index }, n) => {
    const key = keys.find((known) => known === name);
    if (!key) throw new RangeError(`no list of words is called ${name}`);
    const wordings = said(text.slice(index + head.length, heads[n + 1]?.index)).filter(Boolean);
    return { key, ...(mark && { mark }), wordings };
  });
};

export const listed = <K extends string>(keys: readonly K[], text: string): Record<K, readonly string[]> => {
  const lists = headed(keys, text);
  const under = (key: K) => lists.filter((list) => list.key === key).flatMap(({ wordings }) => wordings);
  return Object.fromEntries(keys.map((key) => [key, under(key)])) as Record<K, string[]>;
};

/** Sources of regular expressions, one a line. */
export const patterns = ({ raw }: TemplateStringsArray): string[] =>
  raw
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
