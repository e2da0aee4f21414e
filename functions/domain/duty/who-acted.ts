import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Profile } from "../profile/profile.ts";
import { AUTHORITY, isAddressOf, organisationOf } from "../profile/staff.ts";

type Who = Pick<ActionEvent, "by" | "actor">;

/** The lab names a role, or a role and who holds it: "manager:r.bell@council.example". */
const partsOf = (by: string): { role: string; address?: string } => {
  const colon = by.lastIndexOf(":");
  if (!by.includes("@")) return { role: by };
  return { role: by.slice(0, Math.max(colon, 0)), address: by.slice(colon + 1) };
};

/** Free text may name anybody's role; an address is somebody, also where the lab writes it behind one. */
export const personOf = ({ by, actor }: Who): string | undefined =>
  (actor?.address ?? partsOf(by).address)?.trim().toLowerCase();

/** Whoever has two addresses is still one person. */
export const samePerson = (one: Who, other: Who): boolean =>
  (one.actor !== undefined && one.actor.subject === other.actor?.subject) ||
  (personOf(one) !== undefined && personOf(one) === personOf(other));

/** The lab names one role outright; who signed in holds several, and acts for their teams. */
export const rolesOf = ({ by, actor }: Who): string[] =>
  actor ? [...actor.roles, ...(actor.teams ?? [])] : [partsOf(by).role];

/** A role whose mailboxes are all the authority's own is somebody of the authority's. */
const isAuthoritys = (role: string, { recipients, staffDomains }: Profile): boolean => {
  const mailboxes = recipients[role]?.addresses ?? [];
  return mailboxes.length > 0 && mailboxes.every((one) => isAddressOf(staffDomains, one));
};

/** Whoever acts in a role that a partner holds acts for the partner; else an address says whose they are, or the lab's role. */
const bodyOf = (who: Who, profile: Profile): string | undefined => {
  const roles = rolesOf(who);
  const { partners } = profile;
  const partner = Object.keys(partners).find((name) =>
    roles.some((role) => partners[name]?.holds.includes(role)),
  );
  if (partner !== undefined) return partner;
  const person = personOf(who);
  if (person !== undefined) return organisationOf(person, profile);
  return roles.some((role) => isAuthoritys(role, profile)) ? AUTHORITY : undefined;
};

/** Whether it was recorded by this role, or by anybody of this body: the authority's own, or a partner's (ALL-24). */
export const isBy = (who: Who, by: string, profile: Profile): boolean =>
  rolesOf(who).includes(by) || bodyOf(who, profile) === by;

/** In the lab a role is somebody; a person is by their address. */
export const isAllocatedWorker = (who: Who, { actions }: Pick<Episode, "actions">): boolean => {
  const worker = actions.findLast(({ type }) => type === "allocate")?.data.worker;
  const person = personOf(who);
  return person === undefined
    ? rolesOf(who).includes("allocated-worker")
    : typeof worker === "string" && worker.toLowerCase() === person;
};

const signing = ["sign-off", "approve", "approve-telephone"];

/** The console's managers, whoever the episode has for a line manager, and whom the protocol has sign. */
const managersOf = ({ rules, standIns }: Profile): string[] => [
  "manager",
  "line-manager",
  standIns["line-manager"],
  ...rules
    .filter(({ endedBy }) => endedBy.some(({ action }) => signing.includes(action)))
    .flatMap(({ owner }) => owner.map(({ role }) => role)),
];

export const isManager = (who: Who, profile: Profile): boolean =>
  rolesOf(who).some((role) => managersOf(profile).includes(role));
