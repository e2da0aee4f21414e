import * as z from "zod";
import { vocabularyExtensionSchema } from "../words/extend-vocabulary.ts";

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
