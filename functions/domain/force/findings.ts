import type { Instant } from "../calendar/instant.ts";
import type { Profile } from "../profile/profile.ts";
import type { ForceMail } from "./force-mail.ts";
import { isOver, type Share, sharesOf } from "./shares.ts";
import { type Silence, silenceOf } from "./silence.ts";

/** What a person is told about a force's mails, with the figures that say so. */
export type Finding =
  | ({ kind: "quarantined" | "unrecognised"; limit: number } & Share)
  | ({ kind: "silent" } & Silence);

export const findingKinds = ["quarantined", "unrecognised", "silent"] as const satisfies Finding["kind"][];

/** What is over its limit in a force's newest mails (newest first), as things stand now. */
export const findingsIn = (
  mails: readonly ForceMail[],
  limits: Profile["forceWatch"],
  now: Instant,
): Finding[] => {
  const found: Finding[] = [];
  const shares = sharesOf(mails);
  const over = (kind: "quarantined" | "unrecognised", limit: number): void => {
    const share = shares?.[kind];
    if (share && isOver(share, limit)) found.push({ kind, limit, ...share });
  };
  over("quarantined", limits.quarantinedAbove);
  over("unrecognised", limits.unrecognisedAbove);
  const silence = silenceOf(mails, limits);
  if (silence && now > silence.usualUntil) found.push({ kind: "silent", ...silence });
  return found;
};
