import type { Paragraph } from "../domain/letters/letter.ts";
import { escapeHtml } from "./escape.ts";

const FONT = "font-family:Arial,Helvetica,sans-serif";

/** Outlook draws with Word: each block is a row of one table, each look stands in the element itself. */
const row = (content: string, style = "padding:0 0 12px 0"): string =>
  `<tr><td style="${style};${FONT};font-size:16px;line-height:24px">${content}</td></tr>`;

/** The space around a heading, and how large it is: on its own element, as Word inherits no size. */
const headings = {
  title: ["padding:0 0 12px 0", "font-size:24px;line-height:30px"],
  child: ["padding:12px 0 4px 0;border-top:4px solid #1d70b8", "font-size:16px;line-height:22px"],
  duty: ["padding:20px 0 4px 0;border-top:1px solid #8a9094", "font-size:20px;line-height:26px"],
  small: ["padding:8px 0 0 0", "font-size:14px;line-height:20px"],
  plain: ["padding:8px 0 2px 0", "font-size:17px;line-height:24px"],
} as const;

const tags = { title: "h1", child: "h2", duty: "h2", small: "h3", plain: "h3" } as const;

type Look = keyof typeof headings;

const lookOf = ({ as }: Paragraph): Look => (as === "limit" || as === "late" ? "plain" : (as ?? "plain"));

const heading = (paragraph: Paragraph): string => {
  if (!paragraph.heading) return "";
  const look = lookOf(paragraph);
  const tag = tags[look];
  const [around, size] = headings[look];
  return `<tr><td style="${around}"><${tag} style="margin:0;${FONT};${size};font-weight:bold">${escapeHtml(paragraph.heading)}</${tag}></td></tr>`;
};

/** An address in the text can be followed. */
const linked = (line: string): string =>
  escapeHtml(line).replace(
    /https:\/\/[^\s<>&"]+(?:&amp;[^\s<>&"]+)*/g,
    (url) => `<a class="link" href="${url}">${url}</a>`,
  );

const joined = (lines: readonly string[]): string => lines.map(linked).join("<br>");

/** The first line large, the others beside it in the colour that says how it stands. */
const limit = ({ lines: [at = "", ...left] }: Paragraph, isLate: boolean): string =>
  row(
    `<span style="font-size:22px;line-height:28px;font-weight:bold">${escapeHtml(at)}</span><br><span style="font-size:18px;line-height:26px;font-weight:bold" class="${isLate ? "late" : "left"}">${joined(left)}</span>`,
    `padding:8px 12px;border-left:8px solid ${isLate ? "#d4351c" : "#1d70b8"}`,
  );

const facts = (rows: NonNullable<Paragraph["rows"]>): string =>
  row(
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">${rows
      .map(
        ([label, value]) =>
          `<tr><td width="32%" valign="top" style="${FONT};font-size:16px;line-height:22px;padding:2px 8px 2px 0" class="quiet">${escapeHtml(label)}</td><td valign="top" style="${FONT};font-size:16px;line-height:22px;padding:2px 0">${escapeHtml(value)}</td></tr>`,
      )
      .join("")}</table>`,
  );

const button = ({ text, href }: NonNullable<Paragraph["button"]>): string =>
  row(
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#00703c" style="background-color:#00703c;padding:11px 18px"><a href="${escapeHtml(href)}" style="${FONT};font-size:18px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none;display:inline-block">${escapeHtml(text)}</a></td></tr></table>`,
    "padding:4px 0 16px 0",
  );

const body = (paragraph: Paragraph): string => {
  const { as, lines } = paragraph;
  if (as === "limit" || as === "late") return limit(paragraph, as === "late");
  if (lines.length === 0) return "";
  return as === "small"
    ? row(`<span style="font-size:14px;line-height:20px" class="quiet">${joined(lines)}</span>`)
    : lines.map((line, i) => row(linked(line), `padding:0 0 ${i < lines.length - 1 ? 6 : 12}px 0`)).join("");
};

const block = (paragraph: Paragraph): string =>
  [
    heading(paragraph),
    body(paragraph),
    paragraph.rows ? facts(paragraph.rows) : "",
    paragraph.button ? button(paragraph.button) : "",
  ].join("");

/** What a client that knows dark colours shows in them; others show the light ones, which stand in the elements. */
const styles = `
:root{color-scheme:light dark}
body,.page{background-color:#ffffff;color:#0b0c0c}
.quiet{color:#505a5f}.left{color:#1d70b8}.late{color:#d4351c}.link{color:#1d70b8;word-break:break-word}
@media (prefers-color-scheme:dark){body,.page{background-color:#15181a!important;color:#f3f2f1!important}.quiet{color:#b1b4b6!important}.left{color:#7fb4e6!important}.late{color:#ff8a75!important}.link{color:#7fb4e6!important}}
`.replaceAll("\n", "");

/** Outlook knows no widest width: a table that only it sees holds the column. */
const [forOutlook, endForOutlook] = [
  '<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  "<!--[if mso]></td></tr></table><![endif]-->",
];

/** One column of table rows, no images, no script: reads the same in Outlook, on a phone and on paper. */
export const html = (title: string, paragraphs: readonly Paragraph[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${styles}</style></head><body style="margin:0;padding:0"><table role="presentation" class="page" cellpadding="0" cellspacing="0" border="0" width="100%"><tr><td style="padding:16px">${forOutlook}<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="max-width:640px">${paragraphs.map(block).join("")}</table>${endForOutlook}</td></tr></table></body></html>`;

const asText = ({ heading, lines, rows = [], button }: Paragraph): string =>
  [
    ...(heading ? [heading] : []),
    ...lines,
    ...rows.map(([label, value]) => `${label}: ${value}`),
    ...(button ? [`${button.text}: ${button.href}`] : []),
  ].join("\n");

export const text = (paragraphs: readonly Paragraph[]): string => paragraphs.map(asText).join("\n\n");
