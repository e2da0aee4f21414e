import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Listing, OpenDuty } from "./listing.ts";

/** An episode as lists know it; the row keeps more. */
export type ListedEpisode = {
  episodeId: string;
  reference: string;
  force: string;
  status: "missing" | "returned" | "closed" | "cancelled";
  startAt: string;
  seq: number;
  childKeys: readonly string[];
  listing: Listing;
  unread?: true;
};

/** One line of the work list: a duty that is open, or an episode that is open without one. */
export type WorkItem = {
  episode: ListedEpisode;
  duty?: OpenDuty;
  dueAt?: Instant;
  /** No worker is allocated: whoever looks, this is shown. */
  nobodys: boolean;
};

export const isNobodys = ({ listing }: ListedEpisode): boolean =>
  listing.allocation === undefined || listing.allocation.absent === true;

const itemOf = (episode: ListedEpisode, duty?: OpenDuty): WorkItem => ({
  episode,
  ...(duty ? { duty } : {}),
  ...(duty?.dueAt === undefined ? {} : { dueAt: toInstant(duty.dueAt) }),
  nobodys: isNobodys(episode),
});

/** A mail goes by itself; that it did not is a person's business only once its limit has passed. */
const isWork = ({ notice, dueAt }: OpenDuty, now: Instant): boolean =>
  !notice || (dueAt !== undefined && toInstant(dueAt) <= now);

const isOpen = ({ status, unread }: ListedEpisode): boolean =>
  status === "missing" || status === "returned" || unread === true;

/** Every duty of every open episode, and every open episode at least once. */
export const workItems = (episodes: readonly ListedEpisode[], now: Instant): WorkItem[] =>
  episodes.flatMap((episode) => {
    const duties = episode.listing.duties.filter((duty) => isWork(duty, now));
    if (duties.length > 0) return duties.map((duty) => itemOf(episode, duty));
    return isOpen(episode) ? [itemOf(episode)] : [];
  });

export const childName = ({ listing: { child } }: ListedEpisode): string =>
  [child.forenames, child.surname].filter(Boolean).join(" ");
