/** "Ellie" and "Ellie May": one says more of the same, from the beginning on. */
export const startsAlike = (a: unknown, b: unknown): boolean => {
  const [one, other] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return one.startsWith(`${other} `) || other.startsWith(`${one} `);
};
