import { faultInWords } from "../../functions/domain/profile/faults.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { readProfile } from "../../functions/reading/force-words/read-profile.ts";
import derby from "../../infra/profiles/derby-city.json" with { type: "json" };
import derbyshireRaw from "../../infra/profiles/derbyshire.json" with { type: "json" };
import leics from "../../infra/profiles/leicestershire.json" with { type: "json" };
import rutlandRaw from "../../infra/profiles/rutland.json" with { type: "json" };
import torbayRaw from "../../infra/profiles/torbay.json" with { type: "json" };

const checked = (raw: unknown): Profile => {
  const read = readProfile(raw);
  if (!read.ok) throw new Error(read.error.map(faultInWords).join("\n"));
  return read.value;
};

/** The profiles as they go live, checked as at the synth. */
export const leicestershire: Profile = checked(leics);
export const derbyCity: Profile = checked(derby);
export const torbay: Profile = checked(torbayRaw);
export const rutland: Profile = checked(rutlandRaw);
export const derbyshire: Profile = checked(derbyshireRaw);
