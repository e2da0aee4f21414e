import { type Amount, addAmount } from "../calendar/deadline.ts";

/** Twenty years. More is a slip, and the calendar would count every working day up to it. */
export const longest = { h: 175_320, d: 7_305, wk: 1_044, wd: 5_220 } as const;

/** Amounts of different units compared as on a day without a clock change or a holiday. */
export const lengthOf = ({ amount, unit }: Amount): number =>
  addAmount(0, { amount: Math.max(-longest[unit], Math.min(longest[unit], amount)), unit });
