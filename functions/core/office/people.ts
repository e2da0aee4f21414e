import type { Instant } from "../../domain/calendar/instant.ts";
import { TransientError } from "../../domain/errors.ts";
import { emptyOffice, type Office, peopled } from "../../domain/office/office.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { OfficeStore, People } from "../ports/office.ts";

/** A change of people reaches every function within these seconds; until then each asks for the row once. */
const REMEMBERED_MS = 5_000;

/** A row that nobody can read must keep no mail from going: then the profile's own recipients stand. */
const readable = async (load: OfficeStore["load"]): Promise<Office> => {
  try {
    return (await load())?.office ?? emptyOffice;
  } catch (cause) {
    if (cause instanceof TransientError) throw cause;
    return emptyOffice;
  }
};

export const remembering = (load: OfficeStore["load"], now: () => Instant): People => {
  let known: { at: Instant; office: Office } | undefined;
  return async () => {
    if (known && now() - known.at < REMEMBERED_MS) return known.office;
    const at = now();
    const office = await readable(load);
    known = { at, office };
    return office;
  };
};

export const peopledNow = async ({
  profile,
  people,
}: {
  profile: Profile;
  people: People;
}): Promise<Profile> => peopled(profile, await people());
