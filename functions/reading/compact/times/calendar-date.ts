export type CalendarDate = { year: number; month: number; day: number };

const two = (n: number): string => String(n).padStart(2, "0");

export const isoDay = (date: CalendarDate): string => `${date.year}-${two(date.month)}-${two(date.day)}`;

export const sameDay = (a: CalendarDate, b: CalendarDate): boolean =>
  a.day === b.day && a.month === b.month && a.year === b.year;

export const isPlausible = ({ year, month, day }: CalendarDate): boolean =>
  year >= 1900 &&
  year <= 2100 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Two figures of a year of birth never name a year after the one the mail is from. */
export const fullYear = (digits: string, latest: number): number => {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > latest ? year - 100 : year;
};

/** Whole years between a date of birth and a moment's calendar day. */
export const ageOn = (dateOfBirth: string, at: string): number => {
  const [year = 0, month = 0, day = 0] = dateOfBirth.split("-").map(Number);
  const [thenYear = 0, thenMonth = 0, thenDay = 0] = at.slice(0, 10).split("-").map(Number);
  return thenYear - year - (thenMonth < month || (thenMonth === month && thenDay < day) ? 1 : 0);
};
