import { type Instant, toInstant, toIso } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { clockAt } from "../duty/due.ts";
import { hasArisen } from "../duty/duties.ts";
import type { Duty } from "../duty/duty.ts";
import { ownerRole, type Recipient, recipientOf, recipientsOf } from "../duty/recipients.ts";
import { allocationAt } from "../episode/allocation.ts";
import type { RungEvent } from "../episode/events.ts";
import { goodUntil } from "./good-until.ts";
import { type Allocation, type Listing, type OpenDuty, readAllocation } from "./listing.ts";

/** More than the last ten say nothing more in a list, and a row has its size. */
const MOST_TOLD = 10;

/** No commit may fail for want of somebody to list: work without an owner is what a list must show first. */
const ownerOf = ({ rule }: Duty, context: Context): Recipient => {
  try {
    return recipientOf(ownerRole(rule, context), rule, context);
  } catch {
    return { role: "nobody", name: "Nobody", addresses: [] };
  }
};

/** Whoever a mail of it told is somebody who has to see it done, as the episode fills the role now. */
const watchersOf = ({ rule, rungs }: Duty, owner: Recipient, context: Context): Recipient[] => {
  const roles = rungs.filter(({ fired }) => fired).flatMap(({ rung }) => rung.to);
  try {
    return recipientsOf(roles, rule, context).filter(({ role }) => role !== owner.role);
  } catch {
    return [];
  }
};

const plainly = ({ role, name, addresses }: Recipient) => ({ role, name, addresses: [...addresses] });

const toldOf = (rungs: readonly RungEvent[], duty: string): OpenDuty["told"] =>
  rungs
    .filter((rung) => rung.duty === duty)
    .slice(-MOST_TOLD)
    .map(({ at, to }) => ({ at, to: [...to] }));

/** Of several clocks the one that sets the limit. */
const countsHours = ({ rule, createdAt, dueAt }: Duty, { episode }: Context): boolean => {
  const first = rule.due.find((clock) => clockAt(clock, episode, createdAt)?.at === dueAt) ?? rule.due[0];
  return first?.unit === "h";
};

const openDuty = (duty: Duty, context: Context): OpenDuty => {
  const { rule, key, createdAt, dueAt } = duty;
  const owner = ownerOf(duty, context);
  const watchers = watchersOf(duty, owner, context);
  return {
    duty: key,
    rule: rule.id,
    clause: rule.clause,
    title: rule.title,
    createdAt: toIso(createdAt),
    ...(dueAt === undefined ? {} : { dueAt: toIso(dueAt) }),
    ...(dueAt !== undefined && countsHours(duty, context) ? { inHours: true as const } : {}),
    owner: plainly(owner),
    ...(watchers.length > 0 ? { watchers: watchers.map(plainly) } : {}),
    told: toldOf(context.episode.rungs, key),
    ...(rule.notice ? { notice: true as const } : {}),
  };
};

const childOf = ({ episode }: Context): Listing["child"] => {
  const { surname, forenames, knownAs, dateOfBirth, missingFromAddress } = episode.facts.child ?? {};
  return {
    ...(surname ? { surname } : {}),
    ...(forenames ? { forenames } : {}),
    ...(knownAs ? { knownAs } : {}),
    ...(dateOfBirth ? { dateOfBirth } : {}),
    ...(missingFromAddress ? { address: missingFromAddress } : {}),
  };
};

/** Persons the episode names are not a team. */
const persons = new Set([
  "allocated-worker",
  "interviewer",
  "line-manager",
  "reviewing-officer",
  "force",
  "nobody",
]);

const teamsOf = (duties: readonly Duty[], allocation: Allocation | undefined, context: Context): string[] => {
  const owners = duties.map((duty) => ownerOf(duty, context).role).filter((role) => !persons.has(role));
  return [...new Set([...owners, ...(allocation?.team ? [allocation.team] : [])])].toSorted();
};

const lastKept = ({ episode: { compacts, actions, rungs, profileChange } }: Context): string => {
  const kept = [...compacts, ...actions, ...rungs, ...(profileChange ? [profileChange] : [])];
  return toIso(Math.max(...kept.map(({ recordedAt }) => toInstant(recordedAt))));
};

const sooner = (a: Instant | undefined): { goodUntil?: string } =>
  a === undefined ? {} : { goodUntil: toIso(a) };

/** The episode as a list shows it now: of its duties those that have arisen and are open. */
export const makeListing = (context: Context, duties: readonly Duty[]): Listing => {
  const arisen = duties.filter((duty) => hasArisen(duty, context.now));
  const { highestRisk, actions } = context.episode;
  const allocation = readAllocation(allocationAt(actions, context.now));
  return {
    made: 2,
    child: childOf(context),
    ...(highestRisk ? { risk: highestRisk } : {}),
    ...(allocation ? { allocation } : {}),
    teams: teamsOf(arisen, allocation, context),
    duties: arisen.filter(({ state }) => state === "open").map((duty) => openDuty(duty, context)),
    changedAt: lastKept(context),
    ...sooner(goodUntil(context)),
  };
};
