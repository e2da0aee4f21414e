import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Anchor } from "../profile/clock.ts";
import { concernedSince, concernKinds, concernOfInterview, noticedAt } from "./concern.ts";

/** Where the clock starts. `standIn` names the instant used because the stated one is not known (ALL-06). */
export type Anchored = { at: Instant; standIn?: string };

const firstKnown = (...candidates: [string, Instant | undefined][]): Anchored | undefined => {
  const index = candidates.findIndex(([, at]) => at !== undefined);
  const [name, at] = candidates[index] ?? [];
  if (at === undefined || name === undefined) return undefined;
  return index === 0 ? { at } : { at, standIn: name };
};

const actionAt = (episode: Episode, type: ActionEvent["type"]): Instant | undefined => {
  const action = episode.actions.find((a) => a.type === type);
  return action && toInstant(action.at);
};

/**
 * Each of these shows that it was so by then, so the earliest counts: social care has the referral (Rutland
 * step 7) no later than the found report, and no later than it refers on.
 */
const earliestKnown = (...candidates: [string, Instant | undefined][]): Anchored | undefined =>
  firstKnown(...candidates.toSorted(([, a = Infinity], [, b = Infinity]) => a - b));

/** When a concern was disclosed or noticed; where nobody said and it came of an interview, its start (Torbay 2.5). */
const concernNoticed = (episode: Episode): Anchored | undefined => {
  const recorded = concernedSince(episode, concernKinds);
  const held = actionAt(episode, "interview-held");
  const isOfInterview = held !== undefined && concernOfInterview(episode);
  return firstKnown(
    ["noticed", noticedAt(episode)],
    ["the interview's start", isOfInterview ? held : undefined],
    ["the concern's record", recorded],
  );
};

export const anchorAt = (anchor: Anchor, episode: Episode, created: Instant, previous?: Instant) => {
  const { missingAt, reportedAt, notifiedAt, returnedAt, foundAt, foundNotifiedAt } = episode;
  switch (anchor) {
    case "missing":
      return firstKnown(["missing since", missingAt], ["reported", reportedAt], ["notified", notifiedAt]);
    case "reported":
      return firstKnown(["reported", reportedAt], ["missing since", missingAt], ["notified", notifiedAt]);
    case "notified":
      return { at: notifiedAt };
    case "found":
      return firstKnown(["found", foundAt], ["returned", returnedAt]);
    case "returned":
      return firstKnown(
        ["returned", episode.facts.returnedAt ? returnedAt : undefined],
        ["found", foundAt],
        ["the found report's receipt", foundNotifiedAt],
      );
    case "found-notified":
      return firstKnown(["found report received", foundNotifiedAt]);
    case "referred":
      return earliestKnown(
        ["referred", actionAt(episode, "referral-made")],
        ["the found report's receipt", foundNotifiedAt],
      );
    case "interviewed":
      return firstKnown(["interviewed", actionAt(episode, "interview-held")]);
    case "record-received":
      return firstKnown(["record sent", actionAt(episode, "distributed")]);
    case "previous-review":
      return firstKnown(["previous review", previous]);
    case "placed":
      return firstKnown(["placed", actionAt(episode, "placed-elsewhere")]);
    case "noticed":
      return concernNoticed(episode);
    case "created":
      return { at: created };
  }
};
