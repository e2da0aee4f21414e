import type { Instant } from "../calendar/instant.ts";
import type { Context } from "./context.ts";
import { factSince } from "./stated.ts";

const normalised = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(city|county|borough|council|of)\b/g, "")
    .replace(/[^a-z]+/g, " ")
    .trim();

/** Since when the compacts name another authority as the one that placed the child. */
export const placedByAnotherSince = ({ episode, profile }: Context): Instant | undefined => {
  const placing = episode.facts.placingAuthority;
  if (!placing) return undefined;
  const own = [profile.name, ...profile.alsoKnownAs].some((name) => normalised(name) === normalised(placing));
  return own ? undefined : factSince({ fact: "placingAuthority" }, episode);
};
