/** A row of the return's "Missing" table as it is sent: text, dates as dd/mm/yyyy in London, empty where not known. */
export type MissingLine = { CHILD: string; DOB: string; MISSING: string; MIS_START: string; MIS_END: string };

/** What of the return's "Episodes" table (of care) the rules look at. */
export type CareLine = { CHILD: string; DECOM: string; DEC: string; REC: string };

export const missingColumns = ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"] as const;

/** "2026-11-14" as the return writes it. */
export const asReturnDate = (day: string): string => day.split("-").toReversed().join("/");

const DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** "2026-11-14" of 14/11/2026; undefined where it is no day of the calendar, or has anything beside it. */
export const fromReturnDate = (text: string): string | undefined => {
  const [, day = "", month = "", year = ""] = DAY.exec(text.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : undefined;
};

/** The collection year that ends on 31 March of `year`. */
export const collectionYear = (year: number): { first: string; last: string } => ({
  first: `${year - 1}-04-01`,
  last: `${year}-03-31`,
});
