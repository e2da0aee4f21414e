import { type Instant, inWords, toInstant } from "../../domain/calendar/instant.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { LEASE_MS } from "../fire-rungs/fire-rungs.ts";
import { doneOf, inTurn } from "../fire-rungs/in-turn.ts";
import type { Claims, SendLetter } from "../ports/letters.ts";
import type { LedgerEntry } from "../ports/writes.ts";
import { sayable } from "./sayable.ts";

/** A quarantined mail that somebody must be told of. `told` counts the roles already told. */
export type WaitingMail = Pick<LedgerEntry, "mailId" | "reasons" | "receivedAt" | "waiting"> & {
  told: number;
};

export type AlertDeps = {
  quarantine: {
    dueBy: (now: Instant) => Promise<WaitingMail[]>;
    /** Notes who was told, and when the next role is due; undefined: nobody further. */
    told: (mail: WaitingMail, next: Instant | undefined) => Promise<void>;
  };
  profile: Profile;
  claims: Claims;
  send: SendLetter;
  now: () => Instant;
};

const HOUR = 3_600_000;

const letter = (mail: WaitingMail, role: string, profile: Profile): Letter => ({
  to: profile.recipients[role]?.addresses ?? [],
  subject: `A mail waits for a person: ${mail.mailId} (${sayable(mail.reasons).join(", ")})`,
  rule: "quarantine",
  paragraphs: [
    {
      heading: "A mail to the missing-children address could not be acted on",
      lines: [
        `Received: ${inWords(toInstant(mail.receivedAt))}`,
        `Why: ${sayable(mail.reasons).join(", ")}`,
        ...(mail.waiting ? [`Reports in it that wait: ${mail.waiting}`] : []),
        mail.told > 0
          ? "Nobody has decided about it yet; the first role was told before."
          : "Told before: nobody yet.",
      ],
    },
    {
      heading: "What to do",
      lines: [
        "Read the mail in the console and decide: release it, attach it to an episode, or discard it with a reason.",
        "If a child may be missing, do not wait for the decision: ask the force.",
      ],
    },
    { lines: [`Mail: ${profile.consoleUrl}/quarantine/${mail.mailId}`] },
  ],
});

const tell = async (mail: WaitingMail, now: Instant, deps: AlertDeps): Promise<boolean> => {
  const { profile, quarantine } = deps;
  if (!(await deps.claims.take(`quarantine#${mail.mailId}#${mail.told}`, now, now + LEASE_MS))) return false;
  const { role, next, afterHours } = profile.quarantine;
  await deps.send(letter(mail, mail.told === 0 ? role : next, profile), now);
  await quarantine.told(mail, mail.told === 0 ? now + afterHours * HOUR : undefined);
  return true;
};

/** Tells the named role of each mail that waits; undecided after the profile's hours, the next role. No content. */
export const alertQuarantine = async (deps: AlertDeps): Promise<number> => {
  const now = deps.now();
  return doneOf(await inTurn(await deps.quarantine.dueBy(now), (mail) => tell(mail, now, deps)));
};
