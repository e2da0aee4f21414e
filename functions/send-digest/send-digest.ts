import { doneOf, fewInTurn, MAILS_AT_ONCE } from "../core/fire-rungs/in-turn.ts";
import { SCHEDULED_LEASE_MS } from "../core/fire-rungs/leases.ts";
import { mailboxKey } from "../core/fire-rungs/mailbox.ts";
import { type ListDeps, listEpisodes } from "../core/list-episodes/list-episodes.ts";
import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { Claims, SendLetter } from "../core/ports/letters.ts";
import { dayInLondon, inLondon } from "../domain/calendar/london.ts";
import { weekdayOf } from "../domain/calendar/weekday.ts";
import { bankHolidaysEndSoon } from "../domain/calendar/working-day.ts";
import { morningLists } from "../domain/work-list/morning.ts";

export type DigestDeps = ListDeps & {
  episodes: EpisodeStore;
  claims: Claims;
  send: SendLetter;
  /** Called once a day while the vendored bank holidays end within six months. */
  bankHolidaysEnd: () => void;
};

const HOUR_IN_LONDON = 8;

/**
 * Everybody who owns or supervises something open has one list of it at 08:00 in London, read from the rows. EventBridge
 * rules know UTC only, so this is called at both hours it may be, and decides. A list that went is not sent again that day.
 */
export const sendDigest = async (deps: DigestDeps): Promise<{ sent: number }> => {
  const now = deps.now();
  const day = dayInLondon(now);
  if (inLondon(now).hour !== HOUR_IN_LONDON) return { sent: 0 };
  if (bankHolidaysEndSoon(now)) deps.bankHolidaysEnd();
  const { profile } = deps.profiles.current;
  const lists = morningLists(await listEpisodes("open", deps), now, weekdayOf(day), profile);
  const sent = await fewInTurn(lists, MAILS_AT_ONCE, async (letter) => {
    const claim = `digest#${day}#${mailboxKey(letter.to.join())}`;
    if (!(await deps.claims.take(claim, now, now + SCHEDULED_LEASE_MS))) return false;
    await deps.send(letter, now);
    await deps.episodes.transact([{ kind: "rung-sent", claim }]);
    return true;
  });
  return { sent: doneOf(sent) };
};
