import { plainText } from "../compact/plain-text.ts";
import { oncePer } from "../once-per.ts";

/** One letter changed, added or left out, or none. In one pass: a child is compared with hundreds. */
export const isOneSlip = (a: string, b: string): boolean => {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restOfA, restOfB] = [a.slice(same), b.slice(same)];
  const [afterA, afterB] = [restOfA.slice(1), restOfB.slice(1)];
  return afterA === afterB || restOfA === afterB || afterA === restOfB;
};

/** As it may be spelt by ear. */
const soundOf = (name: string): string =>
  name
    .replace(/ph/g, "f")
    .replace(/[iy]e?/g, "i")
    .replace(/ck|[ckq]/g, "k")
    .replace(/(.)\1+/g, "$1");

type Spelt = { name: string; sound: string };
const spelt = (name: string): Spelt => ({ name, sound: soundOf(name) });

/** One slip in a short name makes it another: Mia and Mya are asked about, Ana and Una are not. */
const close = (a: Spelt, b: Spelt): boolean =>
  a.sound === b.sound || (Math.min(a.name.length, b.name.length) > 3 && isOneSlip(a.name, b.name));

export type Named = {
  surname?: string | undefined;
  forenames?: string | undefined;
  knownAs?: string | undefined;
};

const first = (forenames: string | undefined): string => plainText(forenames).split(" ")[0] ?? "";

/** As they are compared. */
const plain = oncePer(({ surname, forenames, knownAs }: Named) => ({
  surname: spelt(plainText(surname)),
  forename: first(forenames),
  called: [first(forenames), first(knownAs)].filter((name) => name !== "").map(spelt),
}));

/** Whether two accounts may name one child: the same, spelt by ear, called otherwise, or surname and forename swapped. */
export const namesAlike = (one: Named, other: Named): "same" | "alike" | undefined => {
  const [{ surname: a, forename, called: ones }, { surname: b, called: others, ...rest }] = [
    plain(one),
    plain(other),
  ];
  const isNamed = a.name !== "" && b.name !== "";
  if (isNamed && a.name === b.name && forename !== "" && forename === rest.forename) return "same";
  if (isNamed && close(a, b) && ones.some((x) => others.some((y) => close(x, y)))) return "alike";
  const has = (names: readonly Spelt[], { name }: Spelt): boolean => names.some((one) => one.name === name);
  return a.name !== "" && has(others, a) && has(ones, b) ? "alike" : undefined;
};

/** The same day, or one that a slip makes of it: day and month swapped, or one digit. */
export const birthDatesAlike = (one?: string, other?: string): "same" | "alike" | undefined => {
  if (!one || !other) return undefined;
  if (one === other) return "same";
  const [year, month, day] = one.split("-");
  if (other === `${year}-${day}-${month}`) return "alike";
  const slips = [...one].filter((digit, place) => digit !== other[place]).length;
  return one.length === other.length && slips === 1 ? "alike" : undefined;
};
