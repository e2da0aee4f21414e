import { type CareLine, collectionYear, fromReturnDate, type MissingLine } from "./table.ts";

/** A rule of the return that a line breaks. `line` counts from 0; of 576 and "no-row" it may be of no line. */
export type ReturnFault = { rule: string; line?: number; child: string; says: string };

type Read = { line: number; row: MissingLine; start?: string; end?: string };

const read = (row: MissingLine, line: number): Read => {
  const [start, end] = [fromReturnDate(row.MIS_START), fromReturnDate(row.MIS_END)];
  return { line, row, ...(start ? { start } : {}), ...(end ? { end } : {}) };
};

const eighteenth = (born: string): string => {
  const day = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  // Born on 29 February: 1 March of a common year.
  return Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day
    ? `${day.slice(0, 4)}-03-01`
    : day;
};

type Rule = {
  rule: string;
  says: string;
  breaks: (one: Read, year: { first: string; last: string }) => boolean;
};

/** What one line says of itself. The first number is the return's own; the last two its validator misses. */
const ofALine: readonly Rule[] = [
  {
    rule: "564",
    says: "M or A without a start",
    breaks: ({ row }) => /^[MA]$/i.test(row.MISSING) && !row.MIS_START,
  },
  { rule: "565", says: "a start without M or A", breaks: ({ row }) => row.MIS_START !== "" && !row.MISSING },
  { rule: "566", says: "an end without M or A", breaks: ({ row }) => row.MIS_END !== "" && !row.MISSING },
  { rule: "567", says: "ends before it starts", breaks: ({ start, end }) => !!start && !!end && end < start },
  {
    rule: "570",
    says: "starts after the collection year",
    breaks: ({ start }, { last }) => !!start && start > last,
  },
  {
    rule: "571",
    says: "ends outside the collection year",
    breaks: ({ end }, { first, last }) => !!end && (end < first || end > last),
  },
  {
    rule: "586",
    says: "starts on or before the date of birth",
    breaks: ({ row, start }) => !!start && start <= (fromReturnDate(row.DOB) ?? ""),
  },
  { rule: "1004", says: "the start is no valid date", breaks: ({ start }) => !start },
  { rule: "1005", says: "the end is no valid date", breaks: ({ row, end }) => row.MIS_END !== "" && !end },
  { rule: "1006", says: "the type is neither M nor A", breaks: ({ row }) => !/^[MA]?$/.test(row.MISSING) },
  {
    rule: "past-18",
    says: "goes on past the 18th birthday",
    breaks: ({ row, end }, { last }) => {
      const born = fromReturnDate(row.DOB);
      return born !== undefined && row.MISSING !== "" && (end ?? last) > eighteenth(born);
    },
  },
];

type Care = { decom?: string; dec?: string; rec: string };

const careOf = (lines: readonly CareLine[], child: string): Care[] =>
  lines
    .filter(({ CHILD }) => CHILD === child)
    .map(({ DECOM, DEC, REC }) => {
      const [decom, dec] = [fromReturnDate(DECOM), fromReturnDate(DEC)];
      return { ...(decom ? { decom } : {}), ...(dec ? { dec } : {}), rec: REC };
    })
    .toSorted((a, b) => (a.decom ?? "").localeCompare(b.decom ?? ""));

/** A period of care: episodes of care that follow one another without a day between them. */
const periodsOf = (care: readonly Care[]): { from: string; to?: string }[] => {
  const periods: { from: string; to?: string }[] = [];
  for (const { decom, dec } of care) {
    if (!decom) continue;
    const last = periods.at(-1);
    if (last && last.to !== undefined && decom <= last.to) {
      if (dec === undefined) delete last.to;
      else last.to = dec;
    } else periods.push({ from: decom, ...(dec ? { to: dec } : {}) });
  }
  return periods;
};

/** What a line says beside the child's care. */
const besideCare = ({ row, start, end }: Read, care: readonly Care[]): { rule: string; says: string }[] => {
  if (!row.MISSING) return [];
  if (care.length === 0) return [{ rule: "no-care", says: "no care episode of this child is in the return" }];
  const periods = periodsOf(care);
  const during = (from: string, to: string | undefined, day: string) =>
    from <= day && (to === undefined || day <= to);
  const within = care.some(({ decom, dec }) => !!start && !!decom && during(decom, dec, start));
  const born = fromReturnDate(row.DOB);
  const atEighteen = born !== undefined && end === eighteenth(born);
  return [
    ...(start && !end && care.some(({ decom, dec }) => !!decom && !!dec && during(decom, dec, start))
      ? [{ rule: "575", says: "the placement it started from has ended, and it has no end" }]
      : []),
    ...(start &&
    periods.every(({ from, to }) => (end ? end < from || (!!to && end > to) : !!to || start < from))
      ? [{ rule: "577", says: "goes on when the child is no longer looked after, or not yet" }]
      : []),
    ...(start && periods.every(({ from, to }) => !during(from, to, start))
      ? [{ rule: "578", says: "starts after the child ceased to be looked after, or before" }]
      : []),
    ...(atEighteen && care.some(({ dec, rec }) => dec === end && rec !== "E8")
      ? [{ rule: "580", says: "missing when care ceased at 18, and the reason is not E8" }]
      : []),
    ...(within ? [] : [{ rule: "581", says: "starts outside every episode of care" }]),
  ];
};

/** 574: sorted by when they end, one must not start while the one before is open or before it ends. */
const overlaps = (lines: readonly Read[]): Read[] => {
  const key = ({ start = "9999", end }: Read) => `${end ?? start} ${start}`;
  const sorted = lines.toSorted((a, b) => key(a).localeCompare(key(b)));
  return sorted.filter((one, i) => {
    const before = sorted[i - 1];
    return before !== undefined && (before.end === undefined || (one.start ?? "9999") < before.end);
  });
};

export type Return = {
  year: number;
  missing: readonly MissingLine[];
  care?: readonly CareLine[];
  /** The "Missing" table of the year before. */
  before?: readonly MissingLine[];
};

/** 576: what was open last year goes on this year; the validator sees it only where the child has a line this year. */
const carriedOver = (before: readonly MissingLine[], lines: readonly Read[]): ReturnFault[] =>
  before
    .map(read)
    .filter(({ start, row }) => start && !row.MIS_END)
    .flatMap(({ row, start }): ReturnFault[] => {
      const own = lines.filter((one) => one.row.CHILD === row.CHILD);
      const first = own.toSorted((a, b) => (a.start ?? "9999").localeCompare(b.start ?? "9999"))[0];
      if (first?.start === start) return [];
      return [
        {
          rule: "576",
          ...(first ? { line: first.line } : {}),
          child: row.CHILD,
          says: `was away from ${row.MIS_START} and not back in last year's return, and is not so in this one`,
        },
      ];
    });

/** Every fault, by line: the 17 rules of the return and the four faults that its validator does not see. */
export const faultsOfReturn = ({ year, missing, care, before = [] }: Return): ReturnFault[] => {
  const period = collectionYear(year);
  const lines = missing.map(read);
  const own = lines.flatMap((one) =>
    [
      ...ofALine.filter(({ breaks }) => breaks(one, period)).map(({ rule, says }) => ({ rule, says })),
      ...(care ? besideCare(one, careOf(care, one.row.CHILD)) : []),
    ].map((found): ReturnFault => ({ ...found, line: one.line, child: one.row.CHILD })),
  );
  const byChild = Map.groupBy(lines, ({ row }) => row.CHILD);
  const overlapping = [...byChild.values()].flatMap(overlaps).map(
    ({ line, row }): ReturnFault => ({
      rule: "574",
      line,
      child: row.CHILD,
      says: "overlaps another of the child's",
    }),
  );
  return [...own, ...overlapping, ...carriedOver(before, lines)].toSorted(
    (a, b) => (a.line ?? missing.length) - (b.line ?? missing.length) || a.rule.localeCompare(b.rule),
  );
};
