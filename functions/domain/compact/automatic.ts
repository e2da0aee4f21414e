import type { OpenedMail } from "./document.ts";

const vacation =
  /^(?:(?:re|fw|fwd):\s*)*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|autoreply|vacation reply)\b/i;
const bounced =
  /^(?:undeliver(?:able|ed)|delivery (?:status notification|failure|has failed)|mail delivery (?:failed|failure|subsystem)|returned mail)\b/i;
const postmaster = /^(?:mailer-daemon|postmaster)@/i;

const header = (mail: OpenedMail, name: string): string =>
  mail.headers
    .find((one) => one.name === name)
    ?.value.trim()
    .toLowerCase() ?? "";

const isDeliveryReport = (mail: OpenedMail): boolean => {
  if (mail.contentType === "multipart/report" && mail.reportType !== "disposition-notification") return true;
  const from = header(mail, "from");
  return (
    bounced.test(mail.subject ?? "") &&
    (postmaster.test(/<([^>]*)>/.exec(from)?.[1] ?? from) || header(mail, "return-path") === "<>")
  );
};

const repliedByMachine = (mail: OpenedMail): boolean =>
  /^auto-replied\b/.test(header(mail, "auto-submitted")) ||
  header(mail, "precedence") === "auto_reply" ||
  ["x-autoreply", "x-autorespond", "x-autoresponder"].some(
    (name) => !["", "no"].includes(header(mail, name)),
  ) ||
  (mail.contentType === "multipart/report" && mail.reportType === "disposition-notification");

/**
 * Mail no person wrote and no force's system sends as a compact. `auto-generated` is how a force's system may well mark
 * its compacts, so it says nothing; a subject alone counts only where the mail holds no compact.
 */
export const automaticReason = (
  mail: OpenedMail,
  holdsCompact: boolean,
): "automatic-reply" | "delivery-report" | undefined => {
  if (isDeliveryReport(mail)) return "delivery-report";
  if (repliedByMachine(mail)) return "automatic-reply";
  return vacation.test(mail.subject ?? "") && !holdsCompact ? "automatic-reply" : undefined;
};
