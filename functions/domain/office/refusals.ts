import type { Profile } from "../profile/profile.ts";
import { isAddressOf, ourDomains } from "../profile/staff.ts";
import type { OfficeEvent } from "./events.ts";
import type { Office } from "./office.ts";

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Mails name children's episodes and some carry what was said: they go to the authority, or where the profile sends that role's. */
const strangers = (addresses: readonly string[], role: string, profile: Profile): string[] => {
  const domains = [...ourDomains(profile), ...(profile.recipients[role]?.addresses ?? []).map(domainOf)];
  return addresses.filter((address) => !isAddressOf(domains, address));
};

const ofChange = (role: string, addresses: readonly string[], profile: Profile): string[] => {
  if (!Object.hasOwn(profile.recipients, role))
    return [`role: has to be one of ${Object.keys(profile.recipients).join(", ")}.`];
  const loops = addresses.filter((one) => one.toLowerCase() === profile.mail.ingest.toLowerCase());
  return [
    ...strangers(addresses, role, profile).map(
      (one) =>
        `addresses: ${one} is neither this authority's nor of a body that the profile names for this role.`,
    ),
    ...loops.map((one) => `addresses: ${one} is where the forces' mails come in.`),
  ];
};

const ofTaking = (note: string, { handovers }: Office): string[] => {
  const found = handovers.find(({ id }) => id === note);
  if (!found) return ["note: no handover note is known by this id."];
  return found.taken ? [`The note was taken by ${found.taken.name ?? found.taken.by} already.`] : [];
};

/** Why it is not done, in sentences; nothing is changed then. */
export const officeRefusals = (event: OfficeEvent, office: Office, profile: Profile): string[] => {
  switch (event.type) {
    case "write-handover":
      return [];
    case "take-handover":
      return ofTaking(event.data.note, office);
    case "change-recipient":
      return ofChange(event.data.role, event.data.addresses, profile);
    case "restore-recipient":
      return Object.hasOwn(office.recipients, event.data.role)
        ? []
        : ["role: is as the profile has it; nobody changed it."];
  }
};
