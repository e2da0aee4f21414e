import { anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { rutland } from "../../builders/profiles.ts";
import { storiesUnder } from "../../builders/timetable.ts";

const mina = {
  reference: "LP/26/009120",
  force: "leicestershire-police",
  child: { forenames: "Mina", surname: "Ashwell", dateOfBirth: "2012-05-17" },
};
type Options = Parameters<typeof missingCompact>[0];

/** Mina, missing since Mon 2 Nov 2026 18:00, known to social care at 19:30. */
export const missing = (options: Options = {}) =>
  missingCompact({
    ...mina,
    missingSince: "2026-11-02T18:00:00+00:00",
    ...options,
    child: { ...mina.child, ...options.child },
  });

/** Absent from school on Mon 2 Nov 2026 at 09:00, known at 10:00. */
export const absent = (options: Options = {}) =>
  compact("absent", options.sent ?? "2026-11-02T10:00:00Z", {
    ...mina,
    missingSince: "2026-11-02T09:00:00+00:00",
    at: "2026-11-02T09:00:00Z",
    ...options,
  });

/** Found and home on Tue 3 Nov at 08:00, known to social care at 08:30. */
export const found = (options: Options = {}) =>
  foundCompact({ ...mina, returnedAt: "2026-11-03T08:00:00+00:00", ...options });

export const update = (sent: string, options: Options = {}) =>
  compact("update", sent, { ...mina, ...options });

export const allocate = (at = "2026-11-02T20:00:00Z", data: { absent?: boolean } = {}) =>
  anAction("allocate", at, { worker: "asha@rutland.example", lineManager: "tom@rutland.example", ...data });

export const held = (at: string) => anAction("interview-held", at, { method: "face-to-face" });

const sections = Object.fromEntries(rutland.form.map(({ id }) => [id, "Written down."]));
export const form = (at: string) => anAction("written-record", at, { writtenToChild: false, sections });

export const storyOf = storiesUnder(rutland);
