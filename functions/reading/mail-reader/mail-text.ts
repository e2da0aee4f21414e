import type { Block, OpenedMail, View } from "../compact/document.ts";

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
