/** One measured value beside what it may be. `ok` is a statement, never a test: machines differ. */
export type Figure = { value: number; limit: number; ok: boolean } & Record<string, unknown>;

export const rounded = (value: number, places = 2): number => Number(value.toFixed(places));

export const atMost = (limit: number, value: number, more: Record<string, unknown> = {}): Figure => ({
  value: rounded(value),
  limit,
  ok: value <= limit,
  ...more,
});

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
