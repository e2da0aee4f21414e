import { type Instant, inWords, toInstant } from "../../domain/calendar/instant.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { doneOf, fewInTurn, inTurn, MAILS_AT_ONCE } from "../fire-rungs/in-turn.ts";
import { LEASE_MS } from "../fire-rungs/leases.ts";
import { peopledNow } from "../office/people.ts";
import type { Quarantine, WaitingMail } from "../ports/ledger.ts";
import type { Claims, SendLetter } from "../ports/letters.ts";
import type { People } from "../ports/office.ts";
import { listLetter } from "./list-letter.ts";
import { noticeLetter } from "./notice-letter.ts";
import { aboutLines, sayable, whyLines } from "./waiting-lines.ts";

export type AlertDeps = {
  quarantine: Quarantine;
  profile: Profile;
  people: People;
  claims: Claims;
  send: SendLetter;
  now: () => Instant;
};

export { sayable } from "./waiting-lines.ts";

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

/** Read so many, of which so many are told one by one and so many in a list: the rest is the next minute's. */
const MOST_READ = 1_000;
const MOST_BY_THEMSELVES = 50;
const MOST_IN_A_LIST = 300;
const NOTES_AT_ONCE = 8;
/** Where SES makes them wait, the rungs that are due come after these; the rest is the next minute's. */
const PATIENCE_MS = 15_000;

/** One mail of all of them, to the role whose turn it is; the claim is kept until it expires, for the index lags behind. */
const tellInList = async (mails: readonly WaitingMail[], now: Instant, deps: AlertDeps): Promise<boolean> => {
  const [first] = mails;
  if (!first || !(await deps.claims.take(`quarantine-list#${first.told}`, now, now + LEASE_MS))) return false;
  const profile = await peopledNow(deps);
  const { role, next, afterHours } = profile.quarantine;
  const isFirst = first.told === 0;
  await deps.send(listLetter(mails, isFirst ? role : next, profile), now);
  const nextAt = isFirst ? now + afterHours * HOUR : undefined;
  const note = async (mail: WaitingMail) => {
    await deps.quarantine.told(mail, nextAt);
    return true;
  };
  doneOf(await fewInTurn(mails, NOTES_AT_ONCE, note));
  return true;
};

/**
 * Tells the named role of each mail that waits; undecided after the profile's hours, the next role. No content. A flood of
 * strangers' mails keeps neither a force's mail nor a reminder waiting: its list is one mail, and those that may be about a
 * child come after the forces' own, so many a minute.
 */
export const alertQuarantine = async (deps: AlertDeps): Promise<number> => {
  const now = deps.now();
  const due = await deps.quarantine.dueBy(now, MOST_READ);
  const listed = due.filter(({ inList }) => inList);
  const others = due
    .filter(({ inList }) => !inList)
    .toSorted((a, b) => Number(a.force === undefined) - Number(b.force === undefined));
  const told = await fewInTurn(
    others.slice(0, MOST_BY_THEMSELVES),
    MAILS_AT_ONCE,
    async (mail) => deps.now() - now < PATIENCE_MS && (await tell(mail, now, deps)),
  );
  const lists = [...Map.groupBy(listed, ({ told }) => told).values()];
  const inLists = await inTurn(lists, (mails) => tellInList(mails.slice(0, MOST_IN_A_LIST), now, deps));
  return doneOf({ done: told.done + inLists.done, failures: [...told.failures, ...inLists.failures] });
};
