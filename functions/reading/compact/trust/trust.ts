import * as z from "zod";
import { vocabularyExtensionSchema } from "../words/extend-vocabulary.ts";
import { domainOf } from "./sender.ts";

/** The part of an authority's profile that says whose mails count. */
export const trustPolicySchema = z.object({
  forces: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().optional(),
      senderDomains: z.array(z.string().min(1)).min(1),
      mailbox: z.string().optional(),
      vocabulary: vocabularyExtensionSchema.optional(),
    }),
  ),
  forwarders: z.array(z.object({ domain: z.string().min(1) })).default([]),
});

export type TrustPolicy = z.input<typeof trustPolicySchema>;

const verdict = z
  .object({ status: z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "DISABLED"]) })
  .optional();

/** The receipt SES gives beside a mail. Only this says who sent it; a header inside the mail never does. */
export const sesReceiptSchema = z.looseObject({
  spamVerdict: verdict,
  virusVerdict: verdict,
  spfVerdict: verdict,
  dkimVerdict: verdict,
  dmarcVerdict: verdict,
  dmarcPolicy: z.string().optional(),
  timestamp: z.string().optional(),
  recipients: z.array(z.string()).optional(),
});

export type SesReceipt = z.input<typeof sesReceiptSchema>;

export type Sender = { force?: string; reasons: string[] };

/** Whole domains only: a subdomain is another sender. */
const forceOf = (address: string, policy: TrustPolicy): string | undefined =>
  policy.forces.find((force) =>
    force.senderDomains.some((domain) => domain.toLowerCase() === domainOf(address)),
  )?.id;

/** An office the profile lists, whose people pass the forces' mails on. */
export const isForwarder = (address: string, policy: TrustPolicy): boolean =>
  (policy.forwarders ?? []).some(({ domain }) => domain.toLowerCase() === domainOf(address));

/**
 * A force's own mail, or one passed on by an office the profile lists: then the mail inside says which force. Of those
 * who wrote what is inside, undefined is one that can't be told; all have to be of one force.
 */
export const judgeSender = (
  from: string | undefined,
  inner: readonly (string | undefined)[],
  policy: TrustPolicy | undefined,
): Sender => {
  if (!from) return { reasons: ["sender-ambiguous"] };
  if (!policy) return { reasons: [] };
  const own = forceOf(from, policy);
  if (own) return { force: own, reasons: [] };
  const forces = new Set(
    isForwarder(from, policy) ? inner.map((address) => address && forceOf(address, policy)) : [],
  );
  const [force] = forces;
  return forces.size === 1 && force ? { force, reasons: [] } : { reasons: ["sender-not-allowed"] };
};

const failed = (verdict: { status: string } | undefined): boolean => verdict?.status === "FAIL";

/**
 * Only DMARC says whether the domain of From was authenticated: SPF and DKIM may both have passed for another's. A pass
 * where both have failed is no receipt that SES gives.
 */
const authenticated = ({ dmarcVerdict, spfVerdict, dkimVerdict }: SesReceipt): boolean =>
  dmarcVerdict?.status === "PASS" && !(failed(spfVerdict) && failed(dkimVerdict));

export const judgeReceipt = (receipt: SesReceipt | undefined): { reasons: string[]; trusted: boolean } => {
  if (!receipt) return { reasons: [], trusted: false };
  const trusted = authenticated(receipt);
  const reasons = [
    ...(trusted ? [] : ["authentication-failed"]),
    ...(failed(receipt.virusVerdict) ? ["virus"] : []),
    ...(failed(receipt.spamVerdict) ? ["spam"] : []),
  ];
  return { reasons, trusted };
};
