import { anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyshire } from "../../builders/profiles.ts";
import { storiesUnder } from "../../builders/timetable.ts";

const rosie = {
  reference: "DP-MIS-2026-2071",
  force: "derbyshire-police",
  child: { forenames: "Rosie", surname: "Hallam", dateOfBirth: "2012-01-20" },
};
export type Options = Parameters<typeof missingCompact>[0];

/** Rosie, missing since Mon 16 Nov 2026 16:00, reported at 18:00, known to us at 18:30; medium risk. */
export const missing = (options: Options = {}) =>
  missingCompact({
    ...rosie,
    missingSince: "2026-11-16T16:00:00+00:00",
    reportedAt: "2026-11-16T18:00:00+00:00",
    received: "2026-11-16T18:30:00Z",
    ...options,
  });

/** Found on Tue 17 Nov at 09:00, back at 10:00, known to us at 10:30. */
export const found = (options: Options = {}) =>
  foundCompact({
    ...rosie,
    foundAt: "2026-11-17T09:00:00+00:00",
    returnedAt: "2026-11-17T10:00:00+00:00",
    received: "2026-11-17T10:30:00Z",
    ...options,
  });

/** Away from a children's home from 16:00, whereabouts known. */
export const absent = () =>
  compact("absent", "2026-11-16T18:30:00Z", {
    ...rosie,
    missingSince: "2026-11-16T16:00:00+00:00",
    at: "2026-11-16T16:00:00Z",
    placementType: "Registered children's home",
    careStatus: "looked-after",
  });

export const update = (sent: string, options: Options = {}) =>
  compact("update", sent, { ...rosie, ...options });

export const allocate = (at = "2026-11-16T19:00:00Z", data: { absent?: boolean } = {}) =>
  anAction("allocate", at, {
    worker: "june@derbyshire.example",
    lineManager: "paul@derbyshire.example",
    ...data,
  });

export const done = (duty: string, at: string) => anAction("duty-done", at, { duty, outcome: "done" });
export const held = (at: string, independent?: boolean) =>
  anAction("interview-held", at, {
    method: "telephone",
    ...(independent === undefined ? {} : { independent }),
  });
export const signed = (at: string) => anAction("sign-off", at, { nextSteps: "plan" }, "line-manager");

const sections = Object.fromEntries(derbyshire.form.map(({ id }) => [id, "Written down."]));
export const written = (at: string) => anAction("written-record", at, { writtenToChild: false, sections });

export const storyOf = storiesUnder(derbyshire);
