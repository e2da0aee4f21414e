import type { OpenedMail } from "./compact/document.ts";
import { isNamed } from "./compact/merge/same-child.ts";
import type { SubjectAccount } from "./compact/read-body.ts";
import { strictSender, type Writer } from "./compact/trust/sender.ts";
import { isForwarder } from "./compact/trust/trust.ts";
import type { TrustPolicy } from "./compact/trust/trust-policy.ts";

/** Every mail attached, at whatever depth, by who wrote it. */
export const attachedWriters = (mail: OpenedMail): Writer[] =>
  mail.mails.flatMap(({ mail: inner }) => [strictSender(inner.headers), ...attachedWriters(inner)]);

/**
 * Who wrote what an account says: of those through whose hands it came the first that is no office of ours, for within
 * the mail of a stranger everything is the stranger's, whomever it quotes. Own words of an office are its own.
 */
const writerOf = ({ writers, place }: SubjectAccount, policy: TrustPolicy): Writer => {
  const stranger = writers.findIndex((writer) => writer === undefined || !isForwarder(writer, policy));
  if (stranger >= 0) return writers[stranger];
  return place === "quote" ? undefined : writers.at(-1);
};

/** Who wrote the reports in a mail that an office passes on, each view and each attached mail for itself. */
export const writersOf = (accounts: readonly SubjectAccount[], policy: TrustPolicy): Writer[] =>
  accounts.filter(({ children }) => children.some(isNamed)).map((account) => writerOf(account, policy));
