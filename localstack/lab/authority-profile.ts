import type { Profile } from "../../functions/domain/profile/profile.ts";
import { readAuthority } from "../../infra/read-authority.ts";
import { badArgument } from "./errors.ts";

export const authorityProfile = (authority: string): Profile => {
  const profile = readAuthority(authority);
  if (!profile.ok) throw badArgument(profile.error.join(" "));
  return profile.value;
};
