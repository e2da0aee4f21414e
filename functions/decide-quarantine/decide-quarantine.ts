import { appendEvents, planFor } from "../core/append-events/append-events.ts";
import { type Decision as Commit, commit } from "../core/append-events/commit.ts";
import type { DecidedEntry, Decision, LedgerEntry, Write } from "../core/ports/writes.ts";
import { inWords, toInstant, toIso } from "../domain/calendar/instant.ts";
import { type Who, whoActs, whoOf } from "../domain/console/actor.ts";
import { may } from "../domain/console/may.ts";
import type { Result } from "../domain/result.ts";
import { type Asked, askForce, forceToAsk } from "./ask-force.ts";
import { attached } from "./attach.ts";
import type { DecideDeps, Effect, Fault } from "./effect.ts";
import { claimOf, passedOn, sendOn } from "./pass-on.ts";
import { released } from "./release.ts";
import type { Deciding, DecisionRequest } from "./request.ts";

export type Decided =
  | { outcome: "decided"; mailId: string; decision: Decision["kind"]; episodes: readonly string[] }
  /** The force was asked; the mail waits on. */
  | Asked
  | { outcome: "refused"; faults: { says: string }[] }
  | { outcome: "unknown-mail" }
  | { outcome: "unknown-episode" };

const says = (sentences: readonly string[]): Decided => ({
  outcome: "refused",
  faults: sentences.map((sentence) => ({ says: sentence })),
});

const answer = ({ mailId, decision, episodes }: DecidedEntry): Decided => ({
  outcome: "decided",
  mailId,
  decision: decision.kind,
  episodes,
});

const isDecided = (entry: LedgerEntry): entry is DecidedEntry => entry.decision !== undefined;

/** A mail that waits no longer: the same request sent again hears the same, any other is told why. */
const alreadySettled = (entry: LedgerEntry, request: Deciding): Decided | undefined => {
  if (isDecided(entry)) {
    const { id, kind, by, at } = entry.decision;
    return id === request.id
      ? answer(entry)
      : says([
          `The mail ${entry.mailId} was ${kind} by ${by} on ${inWords(toInstant(at))}; it waits no longer.`,
        ]);
  }
  const undone = entry.takenOff?.find(({ decided }) => decided === request.id);
  if (undone) return says([`What this decided was taken back by ${undone.by}: the mail waits again.`]);
  return entry.outcome === "quarantined"
    ? undefined
    : says([`The mail ${entry.mailId} was ${entry.outcome}; it never waited, or waits no longer.`]);
};

type Effects = Promise<Result<Effect, Fault>>;

const discarded = async ({ reason }: Deciding): Effects =>
  reason?.trim()
    ? { ok: true, value: { kind: "discarded", events: new Map(), outcome: "quarantined", reason } }
    : { ok: false, error: ["Say why the mail is discarded: a reason is kept with it."] };

const effectOf = (entry: LedgerEntry, request: Deciding, deps: DecideDeps): Effects => {
  if (request.decision === "release") return released(entry, request, deps);
  if (request.decision === "attach") return attached(entry, request, deps);
  if (request.decision === "pass-on") return passedOn(entry, request, deps);
  return discarded(request);
};

const decisions = ["release", "attach", "discard", "pass-on", "ask"];

const faultsOf = ({ mailId, decision }: DecisionRequest): string[] => [
  ...(mailId.trim() ? [] : ["Say which mail: its id."]),
  ...(decisions.includes(decision) ? [] : [`No decision is called "${decision}": ${decisions.join(", ")}.`]),
];

const deniedTo = ({ channel, actor }: Who): string[] =>
  channel === "lab" || may(actor?.roles ?? [], "decide-quarantine")
    ? []
    : ["Your role does not decide about mails that wait."];

const entryAfter = (entry: LedgerEntry, effect: Effect, request: Deciding, at: string): DecidedEntry => {
  const { alertAt: _, ...kept } = entry;
  const { kind, outcome, reason, digest, events, leftOut, unproved, to } = effect;
  return {
    ...kept,
    outcome,
    episodes: [...new Set([...entry.episodes, ...events.keys()])],
    ...(digest ? { digest } : {}),
    decision: {
      id: request.id,
      kind,
      ...whoOf(request),
      at,
      ...(reason ? { reason } : {}),
      ...(to ? { to } : {}),
      ...(unproved ? { unproved: true as const } : {}),
      ...(leftOut ? { leftOut } : {}),
    },
  };
};

/** Nothing of it is acted on here, so that it stands for nothing. */
const endsHere = ({ kind }: Decision): boolean => kind === "discarded" || kind === "passed-on";

/** A mail that could not be read at its receipt, or came without one, stands for its content from now on. */
const digestOf = async ({ digest, mailId, decision }: DecidedEntry, deps: DecideDeps): Promise<Write[]> =>
  digest && !endsHere(decision) && (await deps.ledger.byDigest(digest)) === undefined
    ? [{ kind: "digest", digest, mailId }]
    : [];

const decideNow = async (request: Deciding, deps: DecideDeps): Promise<Commit<Decided>> => {
  const entry = await deps.ledger.entry(request.mailId);
  if (!entry) return { answer: { outcome: "unknown-mail" } };
  const settled = alreadySettled(entry, request);
  if (settled) return { answer: settled };
  const effect = await effectOf(entry, request, deps);
  if (!effect.ok)
    return { answer: effect.error === "unknown-episode" ? { outcome: effect.error } : says(effect.error) };
  const after = entryAfter(entry, effect.value, request, toIso(deps.now()));
  const [main, ...further] = [...effect.value.events];
  for (const [episodeId, events] of further) await appendEvents({ episodeId, events }, deps);
  const planned = main && (await planFor({ episodeId: main[0], events: main[1] }, deps));
  const decided: Write = { kind: "decided", entry: after };
  return {
    answer: answer(after),
    writes: [
      ...(planned?.writes ?? []),
      ...(request.decision === "pass-on" ? [{ kind: "rung-sent", claim: claimOf(request) } as const] : []),
      decided,
      ...(await digestOf(after, deps)),
    ],
    outbox: planned?.outbox ?? [],
  };
};

/** What goes out by mail, before anything is kept of it; undefined where there is nothing to answer yet. */
const mailed = async (request: Deciding, deps: DecideDeps): Promise<Decided | undefined> => {
  if (request.decision !== "ask" && request.decision !== "pass-on") return undefined;
  const entry = await deps.ledger.entry(request.mailId);
  if (!entry || alreadySettled(entry, request)) return undefined;
  if (request.decision === "ask") {
    const force = forceToAsk(request, entry, deps.profiles.current.profile);
    return force ? askForce(entry, request, force, deps) : says(["force: say whose mail this is."]);
  }
  const effect = await passedOn(entry, request, deps);
  if (effect.ok) await sendOn(entry, request, deps);
  return undefined;
};

/**
 * What a person decided about a quarantined mail. Its events and the end of its wait are one transaction, with
 * who and why in it; of several children each further episode is added first, under ids a retry recognises.
 */
export const decideQuarantine = async (asked: DecisionRequest, deps: DecideDeps): Promise<Decided> => {
  const who = whoActs(asked, deps.profiles.current.profile, "Say who decides.");
  const faults = [...faultsOf(asked), ...(who.ok ? deniedTo(who.value) : who.error)];
  if (!who.ok || faults.length > 0) return says(faults);
  const { actor: _, ...rest } = asked;
  const request: Deciding = { ...rest, ...who.value };
  return (await mailed(request, deps)) ?? commit(() => decideNow(request, deps), deps);
};
