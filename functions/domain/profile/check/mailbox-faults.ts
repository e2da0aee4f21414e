import type { Profile } from "../profile.ts";
import type { ProfileFault } from "./fault.ts";
import { addressesOf, domainOf, sameMailbox } from "./mailbox.ts";

const ingestFaults: Record<string, string> = {
  "mail.replyTo": "a reply may not go to the address that reads compacts: write a mailbox that people read",
  "mail.from": "what we send may not come from the address that reads compacts: write another",
};

const toIngest = (profile: Profile): ProfileFault[] =>
  addressesOf(profile)
    .filter(({ address }) => sameMailbox(address) === sameMailbox(profile.mail.ingest))
    .map(({ path }) => ({
      path,
      problem:
        ingestFaults[path] ??
        "is the address that reads compacts, so our own mails would come back to us: write a mailbox that people read",
    }));

/** A question to the force has to reach the force. */
const toOurselves = ({ forces, mail, staffDomains }: Profile): ProfileFault[] =>
  forces.flatMap(({ mailbox, name }, i) => {
    const path = `forces.${i}.mailbox`;
    const own = [mail.from, mail.replyTo].map(sameMailbox).includes(sameMailbox(mailbox));
    if (own) return [{ path, problem: `is an address of the authority's own: write one that ${name} reads` }];
    const domain = domainOf(mailbox);
    const readByPeople = staffDomains.some((one) => one.toLowerCase() === domain);
    const isIngest = sameMailbox(mailbox) === sameMailbox(mail.ingest);
    return domain === domainOf(mail.ingest) && !readByPeople && !isIngest
      ? [
          {
            path,
            problem: `"${domain}" only takes compacts in, so nobody reads this: write an address that ${name} reads`,
          },
        ]
      : [];
  });

/** Mail for a domain goes to one place: taking in compacts there would take in its people's mail as well. */
const ofPeople = (profile: Profile): ProfileFault[] => {
  const { ingest } = profile.mail;
  const domain = domainOf(ingest);
  const others = addressesOf(profile).filter(
    ({ path, address }) => !path.startsWith("forces.") && sameMailbox(address) !== sameMailbox(ingest),
  );
  const shared =
    others.find(({ address }) => domainOf(address) === domain)?.address ??
    profile.staffDomains.find((one) => one.toLowerCase() === domain);
  return shared === undefined
    ? []
    : [
        {
          path: "mail.ingest",
          problem: `people have their mail at "${domain}" too (${shared}), and it would come here: write an address at a domain that only takes compacts in, such as ${ingest.slice(0, ingest.lastIndexOf("@"))}@in.${domain}`,
        },
      ];
};

/** Addresses whose mails would reach the reader of compacts, or nobody. */
export const faultsOfMailboxes = (profile: Profile): ProfileFault[] => [
  ...toIngest(profile),
  ...toOurselves(profile),
  ...ofPeople(profile),
];
