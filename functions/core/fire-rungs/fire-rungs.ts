import { type Instant, toIso } from "../../domain/calendar/instant.ts";
import type { Context } from "../../domain/condition/context.ts";
import type { DueRung, Duty } from "../../domain/duty/duty.ts";
import { recipientsOf } from "../../domain/duty/recipients.ts";
import type { RungEvent } from "../../domain/episode/events.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { rungLetter } from "../../domain/letters/rung-letter.ts";
import type { Ladder } from "../../domain/profile/ladder.ts";
import { type AppendDeps, appendEvents, planFor } from "../append-events/append-events.ts";
import type { Plan } from "../append-events/plan.ts";
import { linkOf, withLink } from "../links/link.ts";
import type { Claims, SendLetter } from "../ports/letters.ts";
import type { Write } from "../ports/writes.ts";
import { doneOf, inTurn } from "./in-turn.ts";

export type DueRungOfDuty = DueRung & { duty: Duty };
type DueMail = { duty: Duty; rungs: readonly DueRungOfDuty[] };

/** One mail a duty and rule: rungs that an outage left behind go out together, in their order. */
const dueMails = (rungs: readonly DueRungOfDuty[]): DueMail[] => {
  const mails = Map.groupBy(rungs, (r) => `${r.duty.key}\u0000${r.rung.rule ?? r.duty.rule.id}`);
  return [...mails.values()].flatMap((group) => (group[0] ? [{ duty: group[0].duty, rungs: group }] : []));
};

export type FireDeps = AppendDeps & {
  claims: Claims;
  send: SendLetter;
  /** 256 random bits, as base64url. */
  newToken: () => string;
};

/** Longer than any function may run: who still holds it at the end is dead. */
export const LEASE_MS = 120_000;

/** As long as a function on a schedule may run: Lambda's next attempt comes no sooner, and finds it free. */
export const SCHEDULED_LEASE_MS = 60_000;

const claimOf = (episodeId: string, rung: DueRungOfDuty): string =>
  `rung#${episodeId}#${rung.duty.key}#${rung.id}`;

const takeClaims = async (
  episodeId: string,
  rungs: readonly DueRungOfDuty[],
  now: Instant,
  claims: Claims,
) => {
  const taken = await Promise.all(rungs.map((r) => claims.take(claimOf(episodeId, r), now, now + LEASE_MS)));
  return rungs.filter((_, i) => taken[i]);
};

const rungEvent = (
  rung: DueRungOfDuty,
  to: readonly string[],
  messageId: string,
  now: Instant,
): RungEvent => ({
  kind: "rung",
  type: "rung-fired",
  id: `rung:${rung.duty.key}:${rung.id}`,
  at: toIso(now),
  recordedAt: toIso(now),
  duty: rung.duty.key,
  rung: rung.id,
  rule: rung.rung.rule ?? rung.duty.rule.id,
  to: [...to],
  messageId,
});

/** A report that goes out carries a link of its own, kept before the mail is sent: one that went always opens. */
const linked = async (
  letter: Letter,
  { duty }: DueMail,
  { episode, profile, now }: Context,
  deps: FireDeps,
): Promise<Letter> => {
  if (duty.rule.carries !== "interview") return letter;
  const token = deps.newToken();
  const link = linkOf(token);
  if (link === undefined) throw new RangeError("a token is 256 random bits");
  const { id: episodeId, reference } = episode;
  const opens = { episodeId, reference, duty: duty.key, rule: letter.rule, sentAt: toIso(now) };
  await deps.episodes.transact([{ kind: "link", link, opens }]);
  return withLink(letter, token, profile.consoleUrl);
};

const sendOne = async (mail: DueMail, { context }: Plan, deps: FireDeps, except: Ladder | undefined) => {
  const { now, episode } = context;
  const rungs = await takeClaims(episode.id, mail.rungs, now, deps.claims);
  if (rungs.length === 0) return false;
  const messageId = await deps.send(
    await linked(rungLetter(mail.duty, rungs, context), mail, context, deps),
    now,
  );
  const roles = (rung: DueRungOfDuty) =>
    recipientsOf(rung.rung.to, mail.duty.rule, context).map((r) => r.name);
  const sent = rungs.map((rung): Write => ({ kind: "rung-sent", claim: claimOf(episode.id, rung) }));
  const events = rungs.map((rung) => rungEvent(rung, roles(rung), messageId, now));
  await appendEvents({ episodeId: episode.id, events, alongside: sent, ...(except ? { except } : {}) }, deps);
  return true;
};

/**
 * Fires the rungs that are due, for the workflow and the watchdog alike: claim → SES → event. A rung fires once,
 * or twice where SES took the mail and the record was lost; never not at all, because a claim whose holder died
 * expires. Returns how many mails went. A mail that cannot be sent keeps no other waiting, and is thrown at the end.
 */
export const fireRungs = async (
  episodeId: string,
  dueIn: (planned: Plan) => readonly DueRungOfDuty[],
  deps: FireDeps,
  except?: Ladder,
): Promise<number> => {
  const planned = await planFor({ episodeId, events: [] }, deps);
  return doneOf(await inTurn(dueMails(dueIn(planned)), (mail) => sendOne(mail, planned, deps, except)));
};
