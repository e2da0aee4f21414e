import type { Listed } from "../../../core/list-episodes/list-episodes.ts";
import type { Profile } from "../../../domain/profile/profile.ts";
import { isOurs, ourDomains } from "../../../domain/profile/staff.ts";
import { fail, ok, type Result } from "../../../domain/result.ts";
import { type Giving, given, givenBack, givenToDeputy } from "../../../domain/work-list/give.ts";
import type { FormFault } from "../../forms/read-form.ts";
import { dayParts, isBlank, readDay } from "../../forms/times.ts";

/** For good, until somebody is back, or back to whose it was. */
export const ways = ["give", "deputy", "back"] as const;
export type Way = (typeof ways)[number];

/** What somebody wants to do with the episodes they ticked. */
export type Wanted = {
  way: Way;
  worker: string;
  team?: string;
  first?: string;
  until?: string;
  reason?: string;
};

const wayIn = (typed: URLSearchParams): Way | undefined => ways.find((one) => one === typed.get("way"));

const text = (typed: URLSearchParams, name: string): string | undefined =>
  typed.get(name)?.trim() || undefined;

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

const workerFaults = (worker: string | undefined, profile: Profile): FormFault[] => {
  if (!worker) return [{ path: "worker", says: "Fill in: worker's e-mail address" }];
  if (!ADDRESS.test(worker))
    return [
      {
        path: "worker",
        says: "The worker's address has to be an e-mail address, such as name@council.example",
      },
    ];
  return isOurs(worker, profile)
    ? []
    : [
        {
          path: "worker",
          says: `The worker's address has to be one of ${ourDomains(profile).join(", ")}: nothing about a child is sent anywhere else`,
        },
      ];
};

export const readWanted = (typed: URLSearchParams, profile: Profile): Result<Wanted, FormFault[]> => {
  const way = wayIn(typed);
  const worker = text(typed, "worker");
  const reason = text(typed, "reason");
  const first = isBlank("first", dayParts, typed) ? undefined : readDay("first", typed);
  const day = isBlank("until", dayParts, typed) ? undefined : readDay("until", typed);
  const faults: FormFault[] = [
    ...(way ? [] : [{ path: "way", says: "Choose an answer to: for how long?" }]),
    ...(way === "back" ? [] : workerFaults(worker, profile)),
    ...(first && !first.ok ? [{ path: "first", says: `The first day ${first.error}` }] : []),
    ...(first?.ok && day?.ok && day.value < first.value
      ? [{ path: "until", says: "The last day of standing in comes before the first" }]
      : []),
    ...(day && !day.ok ? [{ path: "until", says: `The last day ${day.error}` }] : []),
    ...(reason && reason.length > 2_000
      ? [
          {
            path: "reason",
            says: `The reason has ${reason.length} characters, and 2000 is the most. Shorten it.`,
          },
        ]
      : []),
  ];
  if (!way || faults.length > 0) return fail(faults);
  const team = text(typed, "team");
  return ok({
    way,
    worker: worker ?? "",
    ...(team && Object.hasOwn(profile.recipients, team) ? { team } : {}),
    ...(first?.ok ? { first: first.value } : {}),
    ...(day?.ok ? { until: day.value } : {}),
    ...(reason ? { reason } : {}),
  });
};

/** `isSo`: nothing is to be done, as it stands so already; sent a second time a form finds what its first did. */
export type Planned = { episode: Listed; giving: Giving } | { episode: Listed; because: string; isSo?: true };

const isSame = (one: string | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

const planOf = (episode: Listed, { way, worker, team, first, until, reason }: Wanted): Planned => {
  const { allocation } = episode.listing;
  const why = reason ? { reason } : {};
  if (episode.status === "cancelled") return { episode, because: "The episode was cancelled." };
  if (way === "back") {
    const whose = allocation?.deputyFor;
    const [giving] = whose ? givenBack([episode], whose, reason) : [];
    return giving
      ? { episode, giving }
      : { episode, because: "Nobody stands in for anybody here.", isSo: true };
  }
  if (isSame(allocation?.worker, worker))
    return { episode, because: `It is with ${worker} already.`, isSo: true };
  if (way === "give") {
    const [giving] = given([episode], { worker, ...(team ? { team } : {}), ...why });
    return giving ? { episode, giving } : { episode, because: "It can't be given." };
  }
  if (!allocation) return { episode, because: "It has no worker to stand in for. Give it for good." };
  const away = {
    worker: allocation.worker,
    deputy: worker,
    ...(first ? { from: first } : {}),
    ...(until ? { until } : {}),
    ...why,
  };
  const [giving] = givenToDeputy([episode], away);
  return giving ? { episode, giving } : { episode, because: "It can't be given." };
};

/** Each episode with what would be recorded, or why nothing would. */
export const plannedFor = (episodes: readonly Listed[], wanted: Wanted): Planned[] =>
  episodes.map((episode) => planOf(episode, wanted));
