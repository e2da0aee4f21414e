import { closeEpisode } from "../../functions/close-episode/close-episode.ts";
import { oncePer } from "../../functions/domain/once-per.ts";
import type { Ladder } from "../../functions/domain/profile/ladder.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { followLadder } from "../../functions/follow-ladder/follow-ladder.ts";
import { handOver } from "../../functions/hand-over/hand-over.ts";
import { ingestCompact } from "../../functions/ingest-compact/ingest-compact.ts";
import { keepToken } from "../../functions/keep-token/keep-token.ts";
import { noteArrival } from "../../functions/note-arrival/note-arrival.ts";
import type { Reading } from "../../functions/reading/reading.ts";
import { reconcileMail } from "../../functions/reconcile-mail/reconcile-mail.ts";
import { sendDigest } from "../../functions/send-digest/send-digest.ts";
import { sweepOutbox } from "../../functions/sweep-outbox/sweep-outbox.ts";
import { watchDeadlines } from "../../functions/watch-deadlines/watch-deadlines.ts";
import { type FunctionName, functionCatalogue } from "../../infra/functions.ts";
import { aMail } from "../builders/reading.ts";
import { aReconciler, someArrivals } from "../fakes/bucket.ts";
import { NEVER } from "../fakes/database.ts";
import { anIo } from "../fakes/io.ts";
import { aWorld } from "../fakes/world.ts";
import type { Agenda } from "./agenda.ts";
import type { Chance } from "./chance.ts";
import { aLateness } from "./lateness.ts";
import { aMachine, type Process } from "./machine.ts";
import { someStepFunctions } from "./step-functions.ts";
import type { Weather } from "./weather.ts";

const MINUTE = 60_000;
/** As the queue is deployed: six times ingest's time-out, and five attempts before a mail goes to the dead letters. */
const VISIBILITY = 6 * functionCatalogue["ingest-compact"].timeoutSeconds * 1_000;
const MOST_RECEIVES = 5;

const nextRungIn = oncePer(({ body }: { body: string }) => {
  const { nextRungAt = NEVER } = JSON.parse(body) as { nextRungAt?: string };
  return nextRungAt;
});

type Options = {
  profile: Profile;
  agenda: Agenda;
  weather: Weather;
  chance: Chance;
  /** Shares of announcements that SNS loses, and that SQS brings twice. */
  lost: number;
  twice: number;
  /** Until when lateness is measured. */
  calmFrom: number;
  say: (line: string) => void;
};

/** The whole pipeline on one agenda: the real use cases, their queue, their schedules and their workflow. */
export const aPipeline = ({ profile, agenda, weather, chance, lost, twice, calmFrom, say }: Options) => {
  /** Who sent each letter, in the order in which SES took them. */
  const senders: Process[] = [];
  const lateness = aLateness(agenda.now, calmFrom);
  const machine = aMachine(agenda, weather, say, (call, process) => {
    if (call === "SES") senders.push(process);
  });
  const clock = {
    now: agenda.now,
    iso: () => new Date(agenda.now()).toISOString(),
    to: () => {},
    advance: () => {},
  };
  const run = <T>(name: FunctionName, work: () => Promise<T>): Promise<T> =>
    machine.invoke(name, functionCatalogue[name].timeoutSeconds, work);

  type Payload = Record<string, unknown>;
  const episodeOf = ({ episodeId, generation }: Payload) => ({
    episodeId: String(episodeId),
    generation: Number(generation),
  });
  const ladderOf = (payload: Payload) => ({
    ...episodeOf(payload),
    ladder: payload.ladder as Ladder,
    startedAt: Date.parse(String(payload.startedAt)),
  });
  const stepFunctions = someStepFunctions(agenda, {
    FollowLadder: (payload) =>
      run("follow-ladder", () => followLadder(ladderOf(payload), { ...world.deps, dispatch: leaveToSweep })),
    KeepToken: (payload) =>
      run("keep-token", () =>
        keepToken(
          { ...ladderOf(payload), token: String(payload.token), state: String(payload.state) },
          { ...world.deps, wake: world.deps.workflow.wake },
        ),
      ),
    CloseEpisode: (payload) => run("close-episode", () => closeEpisode(episodeOf(payload), world.deps)),
    HandOver: (payload) => run("hand-over", () => handOver(ladderOf(payload), world.deps)),
  });
  const leaveToSweep = async (): Promise<void> => {};
  const world = aWorld({
    profile,
    clock,
    io: { ...anIo(), call: machine.call },
    stores: () => ({ workflow: stepFunctions.port(machine.call) }),
  });

  const { transact } = world.deps.episodes;
  // Measured in fair weather, where nobody dies between a commit and hearing of it.
  world.deps.episodes.transact = async (writes) => {
    const answer = await transact(writes);
    if (answer === "committed") lateness.note(writes);
    return answer;
  };

  const mails = new Map<string, Reading>();
  const deadLetters: string[] = [];
  const read = (mailId: string) =>
    machine.call("read the raw mail", () => {
      const reading = mails.get(mailId);
      if (!reading) throw new RangeError(`no mail ${mailId}`);
      return reading;
    });

  const deliver = (mailId: string, receivedAt: number, receives = 1): void => {
    const again = (): void => {
      if (receives < MOST_RECEIVES)
        agenda.put(agenda.now() + VISIBILITY, () => deliver(mailId, receivedAt, receives + 1));
      else deadLetters.push(mailId);
    };
    run("ingest-compact", () =>
      ingestCompact(aMail(mailId, receivedAt), { ...world.deps, read: () => read(mailId) }),
    ).catch(again);
  };

  /** A mail comes in: it lies in the bucket, which S3 says, and is announced by SES, unless either is lost. */
  const receive = (mailId: string, reading: Reading): void => {
    mails.set(mailId, reading);
    say(`mail ${mailId}`);
    const now = agenda.now();
    const notice = (attempts: number): void => {
      run("note-arrival", () =>
        noteArrival(`raw/${mailId}`, { arrivals: someArrivals(world.db, world.io), now: agenda.now }),
      ).catch(() => attempts > 1 && agenda.put(agenda.now() + MINUTE, () => notice(attempts - 1)));
    };
    if (!chance.happens(lost)) agenda.put(now + chance.between(50, 5_000), () => notice(3));
    const announce = (): void => agenda.put(now + chance.between(50, 30_000), () => deliver(mailId, now));
    if (!chance.happens(lost)) announce();
    if (chance.happens(twice)) announce();
  };

  const reconcile = () => reconcileMail(aReconciler(world, [...mails.keys()]));
  const schedules: Partial<Record<FunctionName, { every: number; work: () => Promise<unknown> }>> = {
    "sweep-outbox": { every: MINUTE, work: () => sweepOutbox(world.deps) },
    "watch-deadlines": {
      every: MINUTE,
      work: () => watchDeadlines({ ...world.deps, dispatch: leaveToSweep }),
    },
    "reconcile-mail": { every: 15 * MINUTE, work: reconcile },
    "send-digest": { every: 60 * MINUTE, work: () => sendDigest(world.deps) },
  };
  /** Nearly all runs of a schedule find nothing to do; of those a few stand for all. */
  const findsSomething: Partial<Record<FunctionName, () => boolean>> = {
    "sweep-outbox": () => world.db.outbox.size > 0,
    "watch-deadlines": () => {
      const now = clock.iso();
      return (
        [...world.db.episodes.values()].some((row) => nextRungIn(row) <= now) ||
        [...world.db.ledger.values()].some(({ dueAt }) => dueAt <= now)
      );
    },
    "reconcile-mail": () => world.db.ledger.size < mails.size,
  };
  const keep = (name: FunctionName, every: number, work: () => Promise<unknown>): void =>
    agenda.put(agenda.now() + every, () => {
      keep(name, every, work);
      if ((findsSomething[name]?.() ?? true) || chance.happens(0.01)) run(name, work).catch(() => undefined);
    });
  for (const [name, { every, work }] of Object.entries(schedules)) keep(name as FunctionName, every, work);

  /** An operator gives the dead letters back to the queue. */
  const redrive = (): void => {
    for (const mailId of deadLetters.splice(0)) deliver(mailId, agenda.now());
  };

  return { world, machine, stepFunctions, mails, deadLetters, receive, redrive, run, senders, lateness };
};

export type Pipeline = ReturnType<typeof aPipeline>;
