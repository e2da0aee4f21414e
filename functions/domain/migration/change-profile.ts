import { toIso } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { dutiesOf } from "../duty/duties.ts";
import type { Episode } from "../episode/episode.ts";
import type { ProfileEvent } from "../episode/events.ts";
import type { Profile } from "../profile/profile.ts";
import { keptOver } from "./kept.ts";
import { movesOf } from "./moves.ts";

export type Change = { profile: Profile; from: string; to: string; by: string };

/** As if the episode had been under the version from its start. */
const fromTheStart = ({ profileChange: _, ...episode }: Episode): Episode => episode;

/**
 * An open episode under another version of its profile: the event that moves it there, with what stays as it was,
 * and every open duty that moves, under which clause and why.
 */
export const changeProfile = (context: Context, { profile, from, to, by }: Change): ProfileEvent => {
  const { episode, now } = context;
  const before = dutiesOf(context);
  const anew = dutiesOf({ ...context, profile, episode: fromTheStart(episode) });
  const nth = (episode.profileChange?.nth ?? 0) + 1;
  const event: ProfileEvent = {
    kind: "profile",
    type: "profile-changed",
    id: `profile:${nth}`,
    at: toIso(now),
    recordedAt: toIso(now),
    by,
    nth,
    from,
    to,
    kept: keptOver(before, anew, { fired: episode.rungs, now }),
    moves: [],
  };
  const after = { ...context, profile, episode: { ...episode, profileChange: event } };
  return {
    ...event,
    moves: movesOf({ context, duties: before }, { context: after, duties: dutiesOf(after) }),
  };
};
