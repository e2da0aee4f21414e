import type { Profile } from "../profile/profile.ts";

/**
 * An episode keeps the rules it started under, and nobody's address: a mailbox that changed, or a role that somebody else
 * holds, reaches it at once (ALL-23). A role that only the older version has is left as it was.
 */
export const ofToday = (kept: Profile, current: Profile): Profile =>
  kept === current
    ? kept
    : {
        ...kept,
        recipients: { ...kept.recipients, ...current.recipients },
        forces: kept.forces.map((force) => ({
          ...force,
          mailbox: current.forces.find(({ id }) => id === force.id)?.mailbox ?? force.mailbox,
        })),
        staffDomains: current.staffDomains,
        partners: current.partners,
        mail: current.mail,
        consoleUrl: current.consoleUrl,
        lists: current.lists,
        officeHours: current.officeHours,
      };
