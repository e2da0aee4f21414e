import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import { readRawMail } from "../../../functions/adapters/raw-mails.ts";
import type { CompactDraft, UnrecognisedLabel } from "../../../functions/domain/compact/compact.ts";
import { openMail } from "../../../functions/reading/mail-reader/open-mail.ts";
import { mailText } from "../../../functions/reading/mail-reader/shown-mail.ts";
import { readMailWhole, sesReceiptSchema } from "../../../functions/reading/parse-compact.ts";
import { unknownMail } from "../errors.ts";
import { authorityProfile } from "../stack/authority-profile.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

/** A mail as a person has to see it to decide about it: its own words beside what was read. */
export type ShownMail = {
  mailId: string;
  receivedAt: string;
  reasons: string[];
  text: string;
  compacts: CompactDraft[];
  unrecognised: UnrecognisedLabel[];
};

export const showMail = async (mailId: string, clients: Clients, deployed: Deployed): Promise<ShownMail> => {
  const entry = await ledger(clients.dynamo, deployed.tables).entry(mailId);
  if (!entry) throw unknownMail(mailId);
  const raw = await readRawMail(clients.s3, deployed.outputs.RawBucketName)(mailId);
  const receipt = sesReceiptSchema.safeParse(entry.receipt).data;
  const trust = authorityProfile(deployed.authority);
  const { result } = await readMailWhole(raw, {
    ...(receipt ? { receipt } : {}),
    trust,
    now: entry.receivedAt,
  });
  return {
    mailId,
    receivedAt: entry.receivedAt,
    reasons: [...entry.reasons],
    text: mailText(await openMail(raw, false)),
    compacts: [...result.compacts, ...(result.status === "accepted" ? (result.waiting ?? []) : [])],
    unrecognised: result.unrecognised ?? [],
  };
};
