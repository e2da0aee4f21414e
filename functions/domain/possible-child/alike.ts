import { plainText } from "../compact/plain-text.ts";
import { slipsBetween } from "../shape/nearest.ts";

/** One slip in a short name makes it another: Mia and Mya are asked about, Ana and Una are not. */
const close = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) > 3 && slipsBetween(a, b) <= 1) || sound(a) === sound(b);

/** As it may be spelt by ear. */
const sound = (name: string): string =>
  name
    .replace(/ph/g, "f")
    .replace(/[iy]e?/g, "i")
    .replace(/ck|[ckq]/g, "k")
    .replace(/(.)\1+/g, "$1");

export type Named = {
  surname?: string | undefined;
  forenames?: string | undefined;
  knownAs?: string | undefined;
};

const first = (forenames: string | undefined): string => plainText(forenames).split(" ")[0] ?? "";

const callNames = ({ forenames, knownAs }: Named): string[] =>
  [first(forenames), first(knownAs)].filter((name) => name !== "");

/** Whether two accounts may name one child: the same, spelt by ear, called otherwise, or surname and forename swapped. */
export const namesAlike = (one: Named, other: Named): "same" | "alike" | undefined => {
  const [a, b] = [plainText(one.surname), plainText(other.surname)];
  const [ones, others] = [callNames(one), callNames(other)];
  if (a && a === b && first(one.forenames) !== "" && first(one.forenames) === first(other.forenames))
    return "same";
  const called = ones.some((x) => others.some((y) => close(x, y)));
  if (a && b && close(a, b) && called) return "alike";
  const swapped = a !== "" && others.includes(a) && ones.includes(b);
  return swapped ? "alike" : undefined;
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
