import { type Instant, toIso } from "../../domain/calendar/instant.ts";
import { TransientError } from "../../domain/errors.ts";
import type { Ask } from "../../domain/letters/ask.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { letterTo } from "../../domain/letters/letter-to.ts";
import type { Ladder } from "../../domain/profile/ladder.ts";
import { type AppendDeps, planFor } from "../append-events/append-events.ts";
import { commit } from "../append-events/commit.ts";
import { linkOf, withLink } from "../links/link.ts";
import type { Claims, SendLetter } from "../ports/letters.ts";
import { askedOf } from "./asked-of.ts";
import { doneOf, EPISODES_AT_ONCE, fewInTurn, inTurn } from "./in-turn.ts";
import { LEASE_MS, mailboxClaim } from "./leases.ts";
import { nameOf, type Sent, toldEvents } from "./told-events.ts";

export type TellDeps = AppendDeps & {
  claims: Claims;
  send: SendLetter;
  /** 256 random bits, as base64url. */
  newToken: () => string;
};

/** A report that goes out carries a link of its own, kept before the mail is sent: one that went always opens. */
const linked = async (letter: Letter, ask: Ask, now: Instant, deps: TellDeps): Promise<Letter> => {
  const { duty, context } = ask;
  if (duty.rule.carries !== "interview") return letter;
  const token = deps.newToken();
  const link = linkOf(token);
  if (link === undefined) throw new RangeError("a token is 256 random bits");
  const { id: episodeId, reference } = context.episode;
  const rule = ask.rungs.at(-1)?.rung.rule ?? duty.rule.id;
  const opens = { episodeId, reference, duty: duty.key, rule, sentAt: toIso(now) };
  await deps.episodes.transact([{ kind: "link", link, opens }]);
  return withLink(letter, token, context.profile.consoleUrl);
};

const withLinks = async (letter: Letter, asks: readonly Ask[], now: Instant, deps: TellDeps) => {
  let done = letter;
  for (const ask of asks) done = await linked(done, ask, now, deps);
  return done;
};

/** Whose ladder is doing this, and needs no waking. */
export type Own = { episodeId: string; ladder?: Ladder };

type Asked = ReadonlyMap<string, readonly Ask[]>;

/** One that cannot be read keeps no other child's part out of the mail. */
const askedNow = async (address: string, episodeIds: readonly string[], deps: TellDeps) => {
  const found = new Map<string, readonly Ask[]>();
  const { failures } = await fewInTurn(episodeIds, EPISODES_AT_ONCE, async (episodeId) => {
    found.set(episodeId, askedOf(address, await planFor({ episodeId, events: [] }, deps)));
    return true;
  });
  // In the order in which they were given, whoever was read first.
  const asked = new Map(
    episodeIds.flatMap((id) => {
      const asks = found.get(id) ?? [];
      return asks.length > 0 ? [[id, asks] as const] : [];
    }),
  );
  return { asked, failures };
};

const send = async (address: string, asked: Asked, deps: TellDeps): Promise<string> => {
  const now = deps.now();
  const asks = [...asked.values()].flat();
  return deps.send(await withLinks(letterTo(address, asks), asks, now, deps), now);
};

/** On the record of one episode: decided on what is stored by then, as others may have told others meanwhile. */
const recordTold = (episodeId: string, sent: Sent, deps: TellDeps, except: Ladder | undefined) =>
  commit(async () => {
    const before = await planFor({ episodeId, events: [] }, deps);
    const addition = { episodeId, events: toldEvents(before, sent), ...(except ? { except } : {}) };
    const planned = await planFor(addition, deps);
    return { answer: planned, writes: planned.writes, outbox: planned.outbox };
  }, deps);

const record = async (address: string, messageId: string, asked: Asked, deps: TellDeps, own?: Own) => {
  const recorded = await fewInTurn(asked, EPISODES_AT_ONCE, async ([episodeId, asks]) => {
    const rungs = new Set(asks.flatMap(({ duty, rungs }) => rungs.map(({ id }) => nameOf({ duty, id }))));
    const except = episodeId === own?.episodeId ? own.ladder : undefined;
    await recordTold(episodeId, { address, messageId, rungs }, deps, except);
    return true;
  });
  return doneOf(recorded) > 0;
};

const apart = (asked: Asked): Asked[] =>
  [...asked].flatMap(([episodeId, asks]) => asks.map((ask) => new Map([[episodeId, [ask]]])));

/** A part that cannot be written, or that SES will never take, keeps no other waiting: then each goes by itself. */
const sendApart = (address: string, asked: Asked, deps: TellDeps, own?: Own) =>
  inTurn(apart(asked), async (part) => record(address, await send(address, part, deps), part, deps, own));

const sendAndRecord = async (address: string, asked: Asked, deps: TellDeps, own?: Own) => {
  let messageId: string;
  try {
    messageId = await send(address, asked, deps);
  } catch (cause) {
    if (cause instanceof TransientError || apart(asked).length < 2) throw cause;
    return sendApart(address, asked, deps, own);
  }
  await record(address, messageId, asked, deps, own);
  return { done: 1, failures: [] };
};

/** How many mails went, and what went wrong beside them. */
export type Told = { mails: number; failures: readonly unknown[] };

/**
 * Everything that these episodes ask of one mailbox now, in one mail (ALL-13). What is asked is read once nobody else can be
 * writing there, so that no two processes tell it twice; whoever dies holding the claim leaves it all to the next. Where SES
 * is away the claim is kept until it expires: that is the pause before the next attempt.
 */
export const tellMailbox = async (
  address: string,
  episodeIds: readonly string[],
  deps: TellDeps,
  own?: Own,
): Promise<Told> => {
  const now = deps.now();
  const claim = mailboxClaim(address);
  if (!(await deps.claims.take(claim, now, now + LEASE_MS))) return { mails: 0, failures: [] };
  const { asked, failures } = await askedNow(address, episodeIds, deps);
  try {
    const sent = asked.size > 0 ? await sendAndRecord(address, asked, deps, own) : { done: 0, failures: [] };
    await deps.claims.free(claim, now);
    return { mails: sent.done, failures: [...failures, ...sent.failures] };
  } catch (cause) {
    if (!(cause instanceof TransientError)) await deps.claims.free(claim, now);
    throw cause;
  }
};
