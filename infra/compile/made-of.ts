import type { Entry } from "./entries.ts";
import type { Written } from "./files.ts";
import { asWritten, type Place, placeOf } from "./places.ts";

type Path = readonly PropertyKey[];

/** What a compiled profile was made of. */
export type Made = {
  rules: readonly Entry[];
  guards: readonly Entry[];
  form: readonly { place: Place }[];
  permittedContacts: readonly { place: Place }[];
  profile: Written;
  followed: readonly Written[];
};

/** Where a path of the compiled profile is written; undefined where the entry could not be read at all. */
export const placeOfCompiled = ([part, key, ...rest]: Path, made: Made): Place | undefined => {
  if (part === "rules" || part === "guards") {
    const entry = made[part][Number(key)];
    if (entry) return entry.broken ? undefined : placeOf(entry.origin, asWritten(rest, entry.written));
  }
  if (part === "form" || part === "permittedContacts") {
    const place = made[part][Number(key)]?.place;
    if (place) return { file: place.file, path: [...place.path, ...rest] };
  }
  const document = part === "sources" && made.followed.find(({ parts }) => parts.source === key);
  if (document) return { file: document.file, path: rest };
  const path = [part, key, ...rest].filter((one) => one !== undefined);
  return { file: made.profile.file, path };
};

export const isUnder = (place: Place, other: Place): boolean =>
  place.file === other.file && other.path.every((step, i) => String(step) === String(place.path[i]));
