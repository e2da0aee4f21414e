import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { torbay } from "../../builders/profiles.ts";
import { storiesUnder } from "../../builders/timetable.ts";

const jowan = {
  reference: "50260098812",
  force: "devon-cornwall-police",
  child: { forenames: "Jowan", surname: "Tregenza", dateOfBirth: "2013-08-30" },
};
type Options = Parameters<typeof foundCompact>[0];

/** Found on Sat 14 Nov 2026 at 19:55, home at 20:40; the notification reaches the provider at 21:15. */
export const found = (options: Options = {}) =>
  foundCompact({
    ...jowan,
    foundAt: "2026-11-14T19:55:00+00:00",
    returnedAt: "2026-11-14T20:40:00+00:00",
    received: "2026-11-14T21:15:00Z",
    ...options,
  });

export const missing = (options: Options = {}) =>
  missingCompact({
    ...jowan,
    missingSince: "2026-11-14T16:00:00+00:00",
    received: "2026-11-14T18:00:00Z",
    ...options,
  });

export const storyOf = storiesUnder(torbay);

export const held = (at: string, data: { concerns?: Record<string, string | boolean> } = {}) =>
  anAction("interview-held", at, { method: "face-to-face", place: "library", ...data });

const sections = Object.fromEntries(torbay.form.map(({ id }) => [id, "Written down."]));

export const written = (at: string, without?: string) =>
  anAction("written-record", at, {
    writtenToChild: false,
    sections: { ...sections, ...(without ? { [without]: " " } : {}) },
  });

export const PROVIDER = "missing-from-home@torbay.example";
export const MANAGER = "missing-from-home-manager@torbay.example";
export const CHILDRENS_SERVICES = "childrens-services@torbay.example";
export const POLICE = "missing-team@dc-police.example";
