import { toInstant, toIso } from "../../functions/domain/calendar/instant.ts";
import type { Context, PastEpisode } from "../../functions/domain/condition/context.ts";
import { arisen, assess, dueRungs } from "../../functions/domain/duty/assess.ts";
import type { DueRung, Duty } from "../../functions/domain/duty/duty.ts";
import { type Refusal, refusalsOf } from "../../functions/domain/duty/guards.ts";
import { reachedBy } from "../../functions/domain/duty/recipients.ts";
import type { ActionEvent, EpisodeEvent, RungEvent } from "../../functions/domain/episode/events.ts";
import { letterTo } from "../../functions/domain/letters/letter-to.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { aContext } from "./context.ts";
import { asSent, type SentLetter } from "./sent.ts";

export type SentMail = { at: string; rule: string; duty: string; rung: string; letter: SentLetter };

export type Story = { profile: Profile; events: readonly EpisodeEvent[]; history?: readonly PastEpisode[] };

/** What happened to a child, and to them before, under one authority's protocol. */
export const storiesUnder =
  (profile: Profile) =>
  (events: readonly EpisodeEvent[], history: readonly PastEpisode[] = []): Story => ({
    profile,
    events,
    history,
  });

/** What the domain can know at an instant: events recorded later have not reached us yet. */
const knownAt = (events: readonly EpisodeEvent[], now: string): EpisodeEvent[] =>
  events.filter((e) => toInstant(e.recordedAt) <= toInstant(now));

const contextAt = ({ profile, events, history = [] }: Story, now: string) =>
  aContext({
    profile,
    now,
    events: knownAt(events, now),
    history: history.filter((e) => e.knownAt <= toInstant(now)),
  });

const rungEvent = (duty: Duty, rung: string, now: string, letter: SentLetter): RungEvent => ({
  kind: "rung",
  type: "rung-fired",
  id: `rung:${duty.key}:${rung}`,
  at: now,
  recordedAt: now,
  duty: duty.key,
  rung,
  rule: letter.rules.join(),
  to: [...letter.to],
});

/** What rungs of one duty say to everybody they reach: each has it in a mail of their own, which may say more (ALL-13). */
export const letterOf = (duty: Duty, rungs: readonly DueRung[], context: Context): SentLetter => {
  const all = rungs.map(({ rung }) => rung);
  const to = reachedBy(all, duty.rule, context).flatMap(({ addresses }) => addresses);
  return asSent({ ...letterTo(to[0] ?? "", [{ duty, rungs, context }]), to });
};

/** The instants at which something can happen: an event becomes known, or the next rung falls due. */
const nextInstant = (
  story: Story,
  fired: readonly RungEvent[],
  now: string,
  until: number,
): string | undefined => {
  const assessed = assess(contextAt({ ...story, events: [...story.events, ...fired] }, now));
  const known = [
    ...story.events.map((e) => toInstant(e.recordedAt)),
    ...(story.history ?? []).map((e) => e.knownAt),
  ].filter((at) => at > toInstant(now));
  const next = Math.min(...known, assessed.nextRungAt ?? Number.POSITIVE_INFINITY);
  return next <= until ? toIso(next) : undefined;
};

/** Runs an episode through its timetable as the watchdog would and returns every mail, in order, up to an instant. */
export const mailsUntil = (story: Story, until: string): SentMail[] => {
  const fired: RungEvent[] = [];
  const sent: SentMail[] = [];
  const first = Math.min(...story.events.map((e) => toInstant(e.recordedAt)));
  for (
    let now: string | undefined = toIso(first);
    now;
    now = nextInstant(story, fired, now, toInstant(until))
  ) {
    const context = contextAt({ ...story, events: [...story.events, ...fired] }, now);
    for (const { duty, ...rung } of dueRungs(assess(context), context.now)) {
      const letter = letterOf(duty, [rung], context);
      fired.push(rungEvent(duty, rung.id, now, letter));
      sent.push({ at: now, rule: letter.rules.join(), duty: duty.key, rung: rung.id, letter });
    }
  }
  return sent;
};

/** "LEI-04 limit -> a@b.example": the mails of one rule or duty in a form a test can read. */
export const inShort = (mails: readonly SentMail[], of: string): string[] =>
  mails
    .filter((m) => m.rule === of || m.duty === of)
    .map((m) => `${m.at} ${m.rung} -> ${m.letter.to.join(", ")}`);

/** The duty as it stands at an instant; undefined where it has not arisen. */
export const dutyAt = (story: Story, key: string, now: string): Duty | undefined => {
  const context = contextAt(story, now);
  return arisen(assess(context), context.now).find((d) => d.key === key);
};

/** Its limit, as text. */
export const limitAt = (story: Story, key: string, now: string): string | undefined => {
  const due = dutyAt(story, key, now)?.dueAt;
  return due === undefined ? undefined : toIso(due);
};

/** What the protocol answers to an action somebody wants to record now. */
export const refusals = (story: Story, action: ActionEvent): Refusal[] =>
  refusalsOf(action, contextAt(story, action.recordedAt));

export const refusedBy = (story: Story, action: ActionEvent): string[] =>
  refusals(story, action).map((r) => `${r.rule} (${r.clause})`);
