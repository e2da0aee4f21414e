/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A time with a zone. Plain Date does for this, which keeps the calendar library out of functions that only copy times. */
export const toInstant = (iso: string): Instant => {
  const hasZone = iso.endsWith("Z") || /[+-]\d\d:?\d\d$/.test(iso);
  const at = hasZone ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError("not a time with a zone");
  return at;
};

/** Whole seconds, always Z: Step Functions and LocalStack refuse fractions in a timestamp. */
export const toIso = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const london = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "Europe/London" });

const fullDay = { day: "numeric", month: "long", year: "numeric" } as const;

const makeFormats = () => ({
  day: london({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
  time: london({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  longDay: london({ weekday: "long", ...fullDay }),
  date: new Intl.DateTimeFormat("en-GB", { ...fullDay, timeZone: "UTC" }),
});

let made: ReturnType<typeof makeFormats> | undefined;

/** Made once, where first needed: making one costs a hundred times what using it does. */
const formats = () => {
  made ??= makeFormats();
  return made;
};

/** "Sat 14 Nov 2026, 21:30" in London, as a person writes it. */
export const inWords = (at: Instant): string => {
  const { day, time } = formats();
  return `${day.format(at).replace(",", "")}, ${time.format(at)}`;
};

/** "9 March 2011" for 2011-03-09. */
export const dayInWords = (day: string): string => formats().date.format(new Date(`${day}T12:00Z`));

/** "Saturday 14 November 2026" in London. */
export const longDayInWords = (at: Instant): string => formats().longDay.format(at).replace(",", "");
