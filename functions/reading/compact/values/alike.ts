import { nameKey } from "../../../domain/compact/name-key.ts";

const names: ReadonlySet<string> = new Set(["surname", "forenames"]);

/** "O’HARE" and "O'Hare", "SMITH-JONES" and "Smith Jones". */
export const isSameName = (key: string, a: unknown, b: unknown): boolean =>
  names.has(key) && nameKey(String(a)) === nameKey(String(b)) && nameKey(String(a)) !== "";

/** "Ellie" and "Ellie May": one says more of the same, from the beginning on. */
export const startsAlike = (a: unknown, b: unknown): boolean => {
  const [one, other] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return one.startsWith(`${other} `) || other.startsWith(`${one} `);
};
