/** Two moving ranges of the mean: d2 of two points is 1.128. */
const LIMIT = 3 / 1.128;
/** A moving range over this many mean ranges is no part of the usual variation, and is left out of it. */
const UPPER_RANGE = 3.267;
const FIRST_POINTS = 12;
const RUN = 7;

export type Signal = "outside" | "one-side" | "trend" | "near-limit";
export type Point = { value: number; signals: Signal[] };
export type ProcessChart = {
  mean: number;
  upper: number;
  lower: number;
  /** Fewer than twelve points: the limits will move. */
  trial: boolean;
  points: Point[];
};

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const usualRange = (values: readonly number[]): number => {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  if (ranges.length === 0) return 0;
  const usual = ranges.filter((range) => range <= UPPER_RANGE * mean(ranges));
  return mean(usual.length > 0 ? usual : ranges);
};

/** The indices of every run of `length` equal signs that are not zero. */
const runs = (signs: readonly number[], length: number): Set<number> => {
  const found = new Set<number>();
  for (let end = length; end <= signs.length; end += 1) {
    const run = signs.slice(end - length, end);
    if (run[0] !== 0 && run.every((sign) => sign === run[0]))
      for (let i = end - length; i < end; i += 1) found.add(i);
  }
  return found;
};

const trends = (values: readonly number[]): Set<number> => {
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? value)));
  return new Set([...runs(steps, RUN - 1)].flatMap((i) => [i, i + 1]));
};

/** Two of three in a row beyond two thirds of the way to the same limit. */
const nearLimit = (values: readonly number[], centre: number, limit: number): Set<number> => {
  const sides = values.map((value) => {
    const beyond = Math.abs(value - centre) > (2 / 3) * Math.abs(limit - centre);
    return beyond ? Math.sign(value - centre) : 0;
  });
  const found = new Set<number>();
  for (let i = 0; i + 2 < sides.length; i += 1)
    for (const side of [1, -1]) {
      const those = [i, i + 1, i + 2].filter((at) => sides[at] === side);
      if (those.length >= 2) for (const at of those) found.add(at);
    }
  return found;
};

/**
 * An XmR chart instead of red, amber and green: it tells a change from the usual ups and downs. Limits from the first
 * twelve points; signals as the NHS's own charts have them: outside, seven on one side, seven rising or falling, two of
 * three near a limit.
 */
export const processChart = (values: readonly number[]): ProcessChart => {
  const first = values.slice(0, FIRST_POINTS);
  const centre = first.length > 0 ? mean(first) : 0;
  const reach = LIMIT * usualRange(first);
  const [upper, lower] = [centre + reach, centre - reach];
  const oneSide = runs(
    values.map((value) => Math.sign(value - centre)),
    RUN,
  );
  const [trend, near] = [trends(values), nearLimit(values, centre, upper)];
  const signalsAt = (value: number, i: number): Signal[] => [
    ...(value > upper || value < lower ? (["outside"] as const) : []),
    ...(oneSide.has(i) ? (["one-side"] as const) : []),
    ...(trend.has(i) ? (["trend"] as const) : []),
    ...(near.has(i) ? (["near-limit"] as const) : []),
  ];
  return {
    mean: centre,
    upper,
    lower,
    trial: values.length < FIRST_POINTS,
    points: values.map((value, i) => ({ value, signals: signalsAt(value, i) })),
  };
};

export type Share = { count: number; of: number };

/** Below this a percentage says nothing: the count is shown. */
export const FEWEST_FOR_A_SHARE = 20;

/** Limits of a share with a base that varies, one pair for each point (p-chart); none where the base is too small. */
export const shareLimits = (
  shares: readonly Share[],
): { mean: number; points: { upper?: number; lower?: number }[] } => {
  const all = shares.reduce((sum, { of }) => sum + of, 0);
  const centre = all === 0 ? 0 : shares.reduce((sum, { count }) => sum + count, 0) / all;
  return {
    mean: centre,
    points: shares.map(({ of }) => {
      if (of < FEWEST_FOR_A_SHARE) return {};
      const reach = 3 * Math.sqrt((centre * (1 - centre)) / of);
      return { upper: Math.min(1, centre + reach), lower: Math.max(0, centre - reach) };
    }),
  };
};
