import type { Block, EnclosedFile, OpenedMail, View } from "../compact/document.ts";
import type { ShownMail } from "../reading.ts";

const blockText = (block: Block): string[] => {
  if (block.kind === "line") return [block.text];
  if (block.kind === "row") return [block.cells.join(" | ")];
  return block.kind === "gap" ? [""] : ["----"];
};

const viewText = ({ blocks }: View): string => blocks.flatMap(blockText).join("\n").trim();

/** What a reader of the mail sees, as plain text: its subject, one view of its body, and the mails attached to it. */
export const mailText = ({ headers, subject, views, files, mails }: OpenedMail): string => {
  const from = headers.find(({ name }) => name.toLowerCase() === "from")?.value;
  const view = views.find(({ source }) => source === "text") ?? views[0];
  return [
    `From: ${from ?? "nobody"}`,
    `Subject: ${subject ?? "none"}`,
    ...(files.length > 0 ? [`Attached: ${files.map(({ name }) => name).join(", ")}`] : []),
    "",
    view ? viewText(view) : "(no words that could be read)",
    ...mails.map(({ mail }) => `\n-- a mail attached --\n${mailText(mail)}`),
  ].join("\n");
};

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
