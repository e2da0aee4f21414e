import type { OpenedMail, View } from "./compact/document.ts";
import { segmentsOf } from "./compact/forms/segments.ts";
import { namesAChild } from "./compact/names-a-child.ts";
import { readCompacts } from "./compact/read-compacts.ts";
import { quotedMailbox, strictSender } from "./compact/trust/sender.ts";
import { isForwarder } from "./compact/trust/trust.ts";
import type { TrustPolicy } from "./compact/trust/trust-policy.ts";
import type { Lexicon } from "./compact/words/lexicon.ts";

/** Whose words something is; undefined where nobody can tell. */
export type Writer = string | undefined;

type Context = { lexicon: Lexicon; policy: TrustPolicy; mailDate: string | undefined };

/** Every mail attached, at whatever depth, by who wrote it. */
export const attachedWriters = (mail: OpenedMail): Writer[] =>
  mail.mails.flatMap(({ mail: inner }) => [strictSender(inner.headers), ...attachedWriters(inner)]);

const mayPassOn = (writer: Writer, policy: TrustPolicy): boolean =>
  writer !== undefined && isForwarder(writer, policy);

/** Of the mails quoted one below the other, the first that no office of ours passed on, down to the compact's own. */
const quotedWriter = (view: View, innerFrom: string, policy: TrustPolicy): Writer => {
  const quoted = segmentsOf(view.blocks).flatMap(({ from }) => from ?? []);
  const downToIt = quoted.slice(0, quoted.indexOf(innerFrom) + 1).map(quotedMailbox);
  return downToIt.find((writer) => !mayPassOn(writer, policy));
};

/** Who wrote what a view reports: the mail quoted in it, or the sender of the mail itself. None if it names no child. */
const writersOfView = (mail: OpenedMail, view: View, { lexicon, policy, mailDate }: Context): Writer[] => {
  const { second: _, ...alone } = mail;
  const { children, innerFrom } = readCompacts({ ...alone, views: [view], mails: [] }, lexicon, mailDate);
  if (!children.some(({ draft }) => namesAChild(draft))) return [];
  return [innerFrom ? quotedWriter(view, innerFrom, policy) : strictSender(mail.headers)];
};

/**
 * Who wrote the reports in a mail that an office passes on, each view and each attached mail for itself. Within the mail
 * of a stranger everything is the stranger's, whomever it quotes.
 */
export const writersOf = (mail: OpenedMail, context: Context): Writer[] => [
  ...mail.views.flatMap((view) => writersOfView(mail, view, context)),
  ...mail.mails.flatMap(({ mail: inner }) => {
    const writers = writersOf(inner, context);
    const sender = strictSender(inner.headers);
    return mayPassOn(sender, context.policy) ? writers : writers.map(() => sender);
  }),
];
