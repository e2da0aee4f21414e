import { LEASE_MS } from "../core/fire-rungs/leases.ts";
import { peopledNow } from "../core/office/people.ts";
import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { Claims, SendLetter } from "../core/ports/letters.ts";
import type { People } from "../core/ports/office.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";
import type { Letter } from "../domain/letters/letter.ts";
import type { Profile } from "../domain/profile/profile.ts";

export type HandOverDeps = {
  episodes: EpisodeStore;
  profile: Profile;
  people: People;
  claims: Claims;
  send: SendLetter;
  now: () => Instant;
};

const letter = (reference: string, episodeId: string, ladder: string, profile: Profile): Letter => ({
  to: profile.recipients[profile.quarantine.role]?.addresses ?? [],
  subject: `${reference}: the system could not take a step by itself`,
  rules: ["ALL-01"],
  episodes: [reference],
  paragraphs: [
    {
      heading: `Please look at ${reference}`,
      lines: [
        `A step of "${ladder.replaceAll("-", " ")}" failed and is being tried again every five minutes.`,
        "The duties and limits of this episode still stand; alerts that fall due are sent by the watchdog.",
      ],
    },
    { lines: [`Episode: ${profile.consoleUrl}/episodes/${episodeId}`] },
  ],
});

/** A failed step is handed to a person, once a day per ladder, while the workflow keeps trying. */
export const handOver = async (
  { episodeId, ladder }: { episodeId: string; ladder: string },
  deps: HandOverDeps,
): Promise<void> => {
  const now = deps.now();
  const claim = `hand-over#${episodeId}#${ladder}#${toIso(now).slice(0, 10)}`;
  if (!(await deps.claims.take(claim, now, now + LEASE_MS))) return;
  const stored = await deps.episodes.load(episodeId);
  await deps.send(letter(stored?.row.reference ?? episodeId, episodeId, ladder, await peopledNow(deps)), now);
  await deps.episodes.transact([{ kind: "rung-sent", claim }]);
};
