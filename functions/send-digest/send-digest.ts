import { createHash } from "node:crypto";
import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import { doneOf, inTurn } from "../core/fire-rungs/in-turn.ts";
import { SCHEDULED_LEASE_MS } from "../core/fire-rungs/leases.ts";
import type { Claims, SendLetter } from "../core/ports/letters.ts";
import { type Instant, inWords } from "../domain/calendar/instant.ts";
import { dayInLondon, inLondon } from "../domain/calendar/london.ts";
import { bankHolidaysEndSoon } from "../domain/calendar/working-day.ts";
import { arisen } from "../domain/duty/assess.ts";
import { ownerRole, type Recipient, recipientOf } from "../domain/duty/recipients.ts";
import type { Letter } from "../domain/letters/letter.ts";

export type DigestDeps = AppendDeps & {
  open: () => Promise<{ episodeId: string }[]>;
  claims: Claims;
  send: SendLetter;
  /** Called once a day while the vendored bank holidays end within six months. */
  bankHolidaysEnd: () => void;
};

/** Addresses stay out of keys. */
const keyOf = (owner: string): string => createHash("sha256").update(owner).digest("hex").slice(0, 16);

type Item = { recipient: Recipient; line: string };

const HOUR_IN_LONDON = 8;

/** Open duties of one episode for which the protocol sets no limit. */
const silentDuties = async (episodeId: string, deps: DigestDeps): Promise<Item[]> => {
  const { assessment, context } = await planFor({ episodeId, events: [] }, deps);
  const silent = arisen(assessment, context.now).filter(
    (d) => d.state === "open" && d.dueAt === undefined && !d.rule.notice,
  );
  return silent.map((duty) => ({
    recipient: recipientOf(ownerRole(duty.rule, context), duty.rule, context),
    line: `${context.episode.reference} – ${duty.rule.title} (${duty.rule.id}, clause ${duty.rule.clause}), open since ${inWords(duty.createdAt)}`,
  }));
};

const letter = (items: readonly Item[], to: Recipient, consoleUrl: string): Letter => ({
  to: to.addresses,
  subject: `Today's list: ${items.length} open without a limit`,
  rules: ["digest"],
  paragraphs: [
    {
      heading: `For the ${to.name}: what is open without a limit in the protocol`,
      lines: items.map((i) => i.line),
    },
    {
      heading: "What to do",
      lines: ["Do them, or record why they are not required; each leaves this list with that."],
    },
    { lines: [`Console: ${consoleUrl}`] },
  ],
});

/**
 * Duties the protocol sets no limit for, once a day to their owner at 08:00 in London. EventBridge rules know
 * UTC only, so this is called at both hours it may be, and decides.
 */
export const sendDigest = async (deps: DigestDeps): Promise<{ sent: number }> => {
  const now: Instant = deps.now();
  if (inLondon(now).hour !== HOUR_IN_LONDON) return { sent: 0 };
  if (bankHolidaysEndSoon(now)) deps.bankHolidaysEnd();
  const items: Item[] = [];
  const listed = await inTurn(await deps.open(), async ({ episodeId }) => {
    items.push(...(await silentDuties(episodeId, deps)));
    return true;
  });
  const byOwner = Map.groupBy(items, (i) => i.recipient.addresses.join());
  const sent = await inTurn(byOwner, async ([owner, list]) => {
    const claim = `digest#${dayInLondon(now)}#${keyOf(owner)}`;
    const recipient = list[0]?.recipient;
    if (!recipient || !(await deps.claims.take(claim, now, now + SCHEDULED_LEASE_MS))) return false;
    await deps.send(letter(list, recipient, deps.profiles.current.profile.consoleUrl), now);
    await deps.episodes.transact([{ kind: "rung-sent", claim }]);
    return true;
  });
  doneOf(listed);
  return { sent: doneOf(sent) };
};
