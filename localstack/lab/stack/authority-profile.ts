import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { readAuthority, unknownAuthority } from "../../../infra/read-authority.ts";
import { badArgument, LabError } from "../errors.ts";

export const authorityProfile = (authority: string): Profile => {
  const unknown = unknownAuthority(authority);
  if (unknown !== undefined) throw badArgument(unknown);
  const profile = readAuthority(authority);
  if (!profile.ok) throw new LabError(profile.error.join("\n"));
  return profile.value;
};
