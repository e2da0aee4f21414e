import { anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyCity } from "../../builders/profiles.ts";
import { storiesUnder } from "../../builders/timetable.ts";

const force = "derbyshire-police";
type Options = Parameters<typeof missingCompact>[0];

/** Daniel, missing since Sun 15 Nov 2026 23:15, reported at 01:05, known to us at 02:10; medium risk. */
export const missing = (options: Options = {}) =>
  missingCompact({
    reference: "DP-MIS-2026-1183",
    missingSince: "2026-11-15T23:15:00+00:00",
    reportedAt: "2026-11-16T01:05:00+00:00",
    received: "2026-11-16T02:10:00Z",
    force,
    ...options,
  });

/** Found on Wed 18 Nov at 06:10, back at 07:25, known to us at 07:40. */
export const found = (options: Options = {}) =>
  foundCompact({
    reference: "DP-MIS-2026-1183",
    foundAt: "2026-11-18T06:10:00+00:00",
    returnedAt: "2026-11-18T07:25:00+00:00",
    received: "2026-11-18T07:40:00Z",
    force,
    ...options,
  });

export const update = (sent: string, options: Options = {}) =>
  compact("update", sent, { reference: "DP-MIS-2026-1183", force, ...options });

export const allocate = (at = "2026-11-16T09:00:00Z", data: { openCase?: boolean; absent?: boolean } = {}) =>
  anAction("allocate", at, { worker: "grace@derby.example", lineManager: "omar@derby.example", ...data });

export const storyOf = storiesUnder(derbyCity);
