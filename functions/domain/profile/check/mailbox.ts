import type { Profile } from "../profile.ts";

/** One mailbox, however it is written: case means nothing, and what follows a "+" is a label in it. */
export const sameMailbox = (address: string): string => {
  const at = address.lastIndexOf("@");
  const [local = ""] = address.slice(0, at).trim().toLowerCase().split("+");
  return `${local}@${domainOf(address)}`;
};

export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();

/** Every address a profile writes to, or has its answers go to, with its path. */
export const addressesOf = ({
  mail,
  forces,
  recipients,
  officeHours,
}: Profile): { path: string; address: string }[] => [
  { path: "mail.from", address: mail.from },
  { path: "mail.replyTo", address: mail.replyTo },
  ...forces.map(({ mailbox }, i) => ({ path: `forces.${i}.mailbox`, address: mailbox })),
  ...Object.entries(recipients).flatMap(([role, { addresses }]) =>
    addresses.map((address, i) => ({ path: `recipients.${role}.addresses.${i}`, address })),
  ),
  ...Object.entries(officeHours).flatMap(([role, { outOfHours }]) =>
    (outOfHours?.addresses ?? []).map((address) => ({ path: `officeHours.${role}.outOfHours`, address })),
  ),
];
