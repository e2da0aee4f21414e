import type { OpenedMail, View } from "../document.ts";
import { segmentsOf } from "../forms/segments.ts";

// "Out of Office Hours Missing Person Report" is a report: where no colon follows, the words have to be all there is.
const vacation =
  /^(?:(?:automatic reply|auto-?reply|vacation reply)\b|(?:auto(?:matic)?[- ]?response|auto|out of (?:the )?office(?: auto-?reply)?|on (?:annual )?leave|annual leave)(?:\s*:|\s+re\s*:|\s*$))/i;
const vacationAtEnd = /\((?:out of (?:the )?office|automatic reply|auto-?reply)\)\s*$/i;
const bounced =
  /^(?:undeliver(?:able|ed)|delivery (?:status notification|failure|has failed|delayed)|mail delivery (?:failed|failure|subsystem)|message delivery delayed|returned mail|failure notice|warning: could not send)\b/i;
// Not "FW:": whoever forwards a vacation notice is a person.
const before = /^\s*(?:(?:re|external|official|official-sensitive)\s*:|\[[^\]]{1,40}\])\s*/i;

/** A subject longer than a line of a mail says nothing more. */
const bare = (subject: string): string => {
  let rest = subject.slice(0, 1_000);
  while (before.test(rest)) rest = rest.replace(before, "");
  return rest;
};

export const isVacationSubject = (subject: string): boolean => {
  const rest = bare(subject);
  return vacation.test(rest) || vacationAtEnd.test(rest);
};

export const isBounceSubject = (subject: string): boolean => bounced.test(bare(subject));

/** What only programs that answer by themselves write; some say "no". */
export const machineHeaders = [
  "x-autoreply",
  "x-autoreply-from",
  "x-autorespond",
  "x-autoresponse",
  "x-autoresponder",
];

const mailer = /^(?:mailer-daemon|microsoftexchange[0-9a-f]{32})@/i;
const postmaster = /^postmaster@/i;

const headers = (mail: OpenedMail, ...names: string[]): string[] =>
  mail.headers.filter(({ name }) => names.includes(name)).map(({ value }) => value.trim().toLowerCase());

/** A mail server's own name sends nothing else; anybody's null return path or a postmaster does. */
const isDeliveryReport = (mail: OpenedMail): boolean => {
  if (mail.contentType === "multipart/report" && mail.reportType !== "disposition-notification") return true;
  const [from = ""] = headers(mail, "from");
  const address = /<([^<>]*)>\s*$/.exec(from.slice(-400))?.[1] ?? from;
  if (mailer.test(address)) return true;
  return (
    isBounceSubject(mail.subject ?? "") &&
    (postmaster.test(address) || headers(mail, "return-path").includes("<>"))
  );
};

const withoutComments = (value: string): string =>
  value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, "")
    .trim();

const repliedByMachine = (mail: OpenedMail): boolean =>
  headers(mail, "auto-submitted").some((value) => /^auto-replied\b/.test(withoutComments(value))) ||
  headers(mail, "precedence").some((value) => /^auto[_-]reply$/.test(value)) ||
  headers(mail, ...machineHeaders).some((value) => value !== "" && value !== "no") ||
  (mail.contentType === "multipart/report" && mail.reportType === "disposition-notification");

/** Nothing in it that nobody has looked into: a subject alone may not throw away what may be a report. */
const isAllRead = ({ files, mails }: OpenedMail): boolean => files.length === 0 && mails.length === 0;

const firstSegment = (view: View): View => ({ ...view, blocks: segmentsOf(view.blocks)[0]?.blocks ?? [] });
const saysSomething = ({ blocks }: View): boolean => blocks.some(({ kind }) => kind !== "gap");

/**
 * What its writer says. A vacation notice quotes the mail it answers, and that is no report of today's; any other mail
 * counts whole.
 */
export const ownWords = (mail: OpenedMail): OpenedMail => {
  if (!isVacationSubject(mail.subject ?? "")) return mail;
  const views = mail.views.map(firstSegment);
  return views.some(saysSomething) ? { ...mail, views } : mail;
};

/**
 * Mail no person wrote and no force's system sends as a compact. `auto-generated` is how a force's system may well mark
 * its compacts, so it says nothing; a subject alone counts only where the mail names no child.
 */
export const automaticReason = (
  mail: OpenedMail,
  namesAChild: boolean,
): "automatic-reply" | "delivery-report" | undefined => {
  if (isDeliveryReport(mail)) return "delivery-report";
  if (repliedByMachine(mail)) return "automatic-reply";
  return isVacationSubject(mail.subject ?? "") && !namesAChild && isAllRead(mail)
    ? "automatic-reply"
    : undefined;
};
