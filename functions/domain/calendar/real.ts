const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)$/;

/** A day that is in the calendar. `Date` takes 31 November for 1 December. */
export const isRealDay = (text: string): boolean =>
  DAY.test(text) && text === new Date(Date.parse(text) || 0).toISOString().slice(0, 10);

/** A time with its zone, of a day that is in the calendar and an hour that is on the clock. */
export const isRealMoment = (text: string): boolean => {
  const day = MOMENT.exec(text)?.[1];
  return day !== undefined && isRealDay(day);
};
