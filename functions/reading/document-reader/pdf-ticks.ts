/** Text of one line without a wide gap in it. */
export type Stretch = { text: string; x: number; end: number; size: number };

const bare = /^[☐☒]$/;
const ticked = /[☐☒]/;
const words = /\p{L}/u;
/** In sizes of the font: what stands further off is no label of a box. */
const furthest = 2.5;

const merged = (left: Stretch, right: Stretch): Stretch => ({
  ...left,
  text: `${left.text} ${right.text}`,
  end: right.end,
});

/** A box alone goes to the label it is nearest to. */
const withLabels = (stretches: readonly Stretch[]): Stretch[] => {
  const done: Stretch[] = [];
  stretches.forEach((one, at) => {
    const [before, after] = [done.at(-1), stretches[at + 1]];
    const gap = before ? one.x - before.end : Number.POSITIVE_INFINITY;
    const isBox = bare.test(one.text) && gap <= furthest * one.size;
    const joins = isBox && gap <= (after ? after.x - one.end : Number.POSITIVE_INFINITY);
    const isBoxes = bare.test(before?.text ?? "") && !bare.test(one.text) && gap <= furthest * one.size;
    if (before && (joins || isBoxes)) done.splice(-1, 1, merged(before, one));
    else done.push(one);
  });
  return done;
};

/** The boxes of one question are one value, however wide they are set: "☐ High ☒ Medium ☐ Low". */
export const besideLabels = (stretches: readonly Stretch[]): Stretch[] => {
  if (!stretches.some(({ text }) => ticked.test(text))) return [...stretches];
  const isChoice = ({ text }: Stretch): boolean => ticked.test(text) && words.test(text);
  return withLabels(stretches).reduce<Stretch[]>((all, one) => {
    const before = all.at(-1);
    if (before && isChoice(before) && isChoice(one)) all.splice(-1, 1, merged(before, one));
    else all.push(one);
    return all;
  }, []);
};
