import type { LedgerEntry } from "../append-events/writes.ts";
import { type Instant, inWords, toInstant } from "../domain/calendar/instant.ts";
import type { Letter } from "../domain/letters/letter.ts";
import type { Profile } from "../domain/profile/profile.ts";
import { LEASE_MS } from "../fire-rungs/fire-rungs.ts";
import type { Claims, SendLetter } from "../fire-rungs/ports.ts";

/** A quarantined mail that somebody must be told of. `told` counts the roles already told. */
export type WaitingMail = Pick<LedgerEntry, "mailId" | "reasons" | "receivedAt"> & { told: number };

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
  subject: `A mail waits for a person: ${mail.mailId} (${mail.reasons.join(", ")})`,
  rule: "quarantine",
  paragraphs: [
    {
      heading: "A mail to the missing-children address could not be acted on",
      lines: [
        `Received: ${inWords(toInstant(mail.receivedAt))}`,
        `Why: ${mail.reasons.join(", ")}`,
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

/** Tells the named role of each mail that waits; undecided after the profile's hours, the next role. No content. */
export const alertQuarantine = async (deps: AlertDeps): Promise<number> => {
  const { profile, quarantine } = deps;
  const now = deps.now();
  const mails = await quarantine.dueBy(now);
  let sent = 0;
  for (const mail of mails) {
    if (!(await deps.claims.take(`quarantine#${mail.mailId}#${mail.told}`, now, now + LEASE_MS))) continue;
    await deps.send(
      letter(mail, mail.told === 0 ? profile.quarantine.role : profile.quarantine.next, profile),
      now,
    );
    await quarantine.told(mail, mail.told === 0 ? now + profile.quarantine.afterHours * HOUR : undefined);
    sent += 1;
  }
  return sent;
};
