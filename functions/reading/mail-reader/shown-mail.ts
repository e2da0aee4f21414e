import type { EnclosedFile, OpenedMail } from "../compact/document.ts";
import type { ShownMail } from "../reading.ts";
import { mailText } from "./mail-text.ts";

/** No report is half as long, and a page has to load on a phone. */
export const mostShown = 60_000;

/** Those of mails attached to it too: a scan may lie in a mail that was passed on. */
const allFiles = ({ enclosed, mails }: OpenedMail): EnclosedFile[] => [
  ...enclosed,
  ...mails.flatMap(({ mail }) => allFiles(mail)),
];

/** A mail for the eyes of whoever decides about it. */
export const shownMail = (mail: OpenedMail): Omit<ShownMail, "disputes"> => {
  const text = mailText(mail);
  return { text: text.slice(0, mostShown), isCut: text.length > mostShown, files: allFiles(mail) };
};
