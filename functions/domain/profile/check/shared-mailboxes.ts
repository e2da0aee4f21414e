import type { Profile } from "../profile.ts";
import type { ProfileFault } from "./fault.ts";
import { addressesOf, sameMailbox } from "./mailbox.ts";

const isIngest = ({ mail }: Profile, address: string): boolean =>
  sameMailbox(mail.ingest) === sameMailbox(address);

/**
 * What no profile shows by itself: two authorities that would read one address, and mails of one that another would
 * read as compacts. Of each profile all the others are known; the fault is the one's whose path it names.
 */
export const sharedMailboxes = (profile: Profile, all: readonly Profile[]): ProfileFault[] => {
  const others = all.filter(({ authority }) => authority !== profile.authority);
  const { ingest } = profile.mail;
  return others.flatMap((other) => [
    ...(isIngest(other, ingest)
      ? [
          {
            path: "mail.ingest",
            problem: `another authority, ${other.name}, reads ${ingest} too, so each child's report would go to one of them only: write an address of this authority's own`,
          },
        ]
      : addressesOf(profile)
          .filter(({ address }) => isIngest(other, address))
          .map(({ path, address }) => ({
            path,
            problem: `${address} is where ${other.name} reads compacts: write a mailbox that people read`,
          }))),
  ]);
};
