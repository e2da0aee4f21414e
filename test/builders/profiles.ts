import type { Profile } from "../../functions/domain/profile/profile.ts";
import { readAuthority } from "../../infra/read-authority.ts";

const checked = (name: string): Profile => {
  const read = readAuthority(name);
  if (!read.ok) throw new Error(read.error.join("\n"));
  return read.value;
};

/** The profiles as they go live, compiled and checked as at the synth. */
export const leicestershire: Profile = checked("leicestershire");
export const derbyCity: Profile = checked("derby-city");
export const torbay: Profile = checked("torbay");
export const rutland: Profile = checked("rutland");
export const derbyshire: Profile = checked("derbyshire");
