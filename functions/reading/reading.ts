import * as z from "zod";
import type { ParseResult } from "../domain/compact/compact.ts";
import { parseResultSchema } from "../domain/compact/compact-schema.ts";
import { type Dispute, disputeSchema } from "../domain/compact/dispute.ts";
import type { EnclosedFile } from "./compact/document.ts";
import type { DocumentTexts } from "./compact/document-text.ts";
import type { SesReceipt, TrustPolicy } from "./compact/trust/trust.ts";
import type { VocabularyExtension } from "./compact/words/extend-vocabulary.ts";

export type ReadOptions = {
  /** Without it the verdicts are not judged and the mail is not trusted. */
  receipt?: SesReceipt;
  /** Without it the sender's domain is not judged. */
  trust?: TrustPolicy;
  /** ISO; the moment of receipt, used where the mail has no Date of its own. */
  now?: string;
  vocabulary?: VocabularyExtension;
  /** What was read of the DOCX and PDF files attached; those that are not in it count as unreadable. */
  documents?: DocumentTexts;
  /** Read the same bytes with postal-mime too and quarantine where the two disagree. On unless turned off. */
  secondOpinion?: boolean;
  /** The mail's own words and files as well, for a person who decides about it. */
  shows?: boolean;
};

/** What ingest needs to know of the envelope. */
export type MailFacts = {
  /** The one plain From mailbox, absent when there is none or more than one. */
  from?: string;
  /** ISO, from the Date header; absent when it cannot be read. */
  date?: string;
  messageId?: string;
  subject?: string;
  /** Same for every resend: From, Date, Subject and the decoded parts, whatever the id and the trace headers. */
  digest: string;
  /** Digests of the attached DOCX and PDF files nobody has tried to read yet; absent when there are none. */
  documents?: string[];
  /** Id of the force the mail comes from; of a forwarded mail, the force of the mail inside. */
  force?: string;
  /** False without a receipt or where authentication failed: may alert, may never close an episode or lower a risk. */
  trusted: boolean;
  /** An automatic reply or a delivery report: filed and listed, nobody is alerted. */
  automatic: boolean;
  /** Nothing in it can be about a child: neither a reference, a name nor a birth date, nor a word of one. */
  ofNoChild?: true;
  /** Why a report in it that calms an episode would wait for a person; which one does, only the episode knows. */
  doubt?: string;
  /** The values of what it says in two ways, as far as they say nothing of who the child is. */
  disputes?: readonly Dispute[];
};

/** A mail as a person sees it: plain words, nothing of its markup, and what came with it. */
export type ShownMail = {
  text: string;
  /** Whether the words are longer than is shown. */
  isCut: boolean;
  files: readonly EnclosedFile[];
  /** All it says in two ways, the child's name among them. */
  disputes: readonly Dispute[];
};

export type Reading = {
  result: ParseResult;
  mail: MailFacts;
  /** Where it was asked for and the mail could be opened. */
  shown?: ShownMail;
};

const text = z.string().exactOptional();

/** A reading that another function hands over. */
export const readingSchema: z.ZodType<Reading> = z.object({
  result: parseResultSchema,
  mail: z.object({
    from: text,
    date: text,
    messageId: text,
    subject: text,
    digest: z.string().min(1),
    documents: z.array(z.string()).exactOptional(),
    force: text,
    trusted: z.boolean(),
    automatic: z.boolean(),
    ofNoChild: z.literal(true).exactOptional(),
    doubt: text,
    disputes: z.array(disputeSchema).exactOptional(),
  }),
  shown: z
    .object({
      text: z.string(),
      isCut: z.boolean(),
      files: z.array(z.object({ name: z.string(), bytes: z.number(), digest: z.string() })),
      disputes: z.array(disputeSchema),
    })
    .exactOptional(),
});
