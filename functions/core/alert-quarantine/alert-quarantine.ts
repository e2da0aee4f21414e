import { type Instant, inWords, toInstant } from "../../domain/calendar/instant.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { doneOf, inTurn } from "../fire-rungs/in-turn.ts";
import { LEASE_MS } from "../fire-rungs/leases.ts";
import { peopledNow } from "../office/people.ts";
import type { Quarantine, WaitingMail } from "../ports/ledger.ts";
import type { Claims, SendLetter } from "../ports/letters.ts";
import type { People } from "../ports/office.ts";
import { noticeLetter } from "./notice-letter.ts";
import { aboutLines, whyLines } from "./waiting-lines.ts";

export type AlertDeps = {
  quarantine: Quarantine;
  profile: Profile;
  people: People;
  claims: Claims;
  send: SendLetter;
  now: () => Instant;
};

/** A reason as it may stand in a mail or a log: an attachment's file name, which may be a child's, stays in the ledger. */
export const sayable = (reasons: readonly string[]): string[] =>
  reasons.map((reason) => (reason.startsWith("unreadable-attachment:") ? "unreadable-attachment" : reason));

const HOUR = 3_600_000;

const letter = (mail: WaitingMail, role: string, profile: Profile): Letter => ({
  to: profile.recipients[role]?.addresses ?? [],
  subject: `A mail waits for a person: ${mail.mailId} (${sayable(mail.reasons).join(", ")})`,
  rules: ["quarantine"],
  paragraphs: [
    {
      heading: "A mail to the missing-children address could not be acted on",
      lines: [
        `Received: ${inWords(toInstant(mail.receivedAt))}`,
        ...aboutLines(mail),
        ...whyLines(mail),
        `In short: ${sayable(mail.reasons).join(", ")}`,
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
  const { quarantine } = deps;
  const profile = await peopledNow(deps);
  if (!(await deps.claims.take(`quarantine#${mail.mailId}#${mail.told}`, now, now + LEASE_MS))) return false;
  const { role, next, afterHours } = profile.quarantine;
  const waits = mail.outcome === "quarantined";
  const first = profile.recipients[role]?.addresses ?? [];
  await deps.send(
    waits ? letter(mail, mail.told === 0 ? role : next, profile) : noticeLetter(mail, first, profile),
    now,
  );
  await quarantine.told(mail, waits && mail.told === 0 ? now + afterHours * HOUR : undefined);
  return true;
};

/** Tells the named role of each mail that waits; undecided after the profile's hours, the next role. No content. */
export const alertQuarantine = async (deps: AlertDeps): Promise<number> => {
  const now = deps.now();
  return doneOf(await inTurn(await deps.quarantine.dueBy(now), (mail) => tell(mail, now, deps)));
};
