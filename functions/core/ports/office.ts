import type { Office } from "../../domain/office/office.ts";

/** Its key among the episodes' rows, and its events' among theirs. */
export const OFFICE = "office";

/** One row of an authority: what its events make of it, so that a letter reads one row. */
export type OfficeRow = {
  version: number;
  seq: number;
  lastHash: string;
  office: Office;
  /** Ids of the last events, by which a form sent twice is known. */
  recent: readonly string[];
};

export type OfficeStore = { load: () => Promise<OfficeRow | undefined> };

/** Who holds which role now, where it is not as the profile has it. */
export type People = () => Promise<Pick<Office, "recipients">>;
