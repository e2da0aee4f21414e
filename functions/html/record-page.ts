import type { Fact } from "../domain/record/facts.ts";
import type { Block, RecordPage } from "../domain/record/page.ts";
import { escapeHtml } from "./escape.ts";

/** A quoted string in a style sheet. A mail chose the reference: nothing in it can end the string or the sheet. */
const cssString = (text: string): string =>
  `"${[...text].map((c) => (/[A-Za-z0-9 ]/.test(c) ? c : `\\${c.codePointAt(0)?.toString(16)} `)).join("")}"`;

/** Blank lines part paragraphs; other line ends stay. */
const paragraphs = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((p) => `<p>${p.trim().split("\n").map(escapeHtml).join("<br>")}</p>`)
    .join("");

/** Foot and page numbers stand in the margin where the printer knows how (Chromium, Edge); the last line has them anyhow. */
const style = (foot: string): string => `
@page { size: A4; margin: 18mm 18mm 20mm;
  @bottom-left { content: ${cssString(foot)}; font: 8.5pt Arial, sans-serif; color: #505a5f }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt Arial, sans-serif; color: #505a5f } }
body { font: 11pt/1.45 Arial, sans-serif; color: #0b0c0c; background: #fff; max-width: 174mm; margin: 8mm auto; padding: 0 5mm }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 4mm }
h2 { font-size: 12.5pt; line-height: 1.25; margin: 7mm 0 1.5mm; break-after: avoid; page-break-after: avoid }
p { margin: 0 0 2.5mm; orphans: 3; widows: 3; overflow-wrap: break-word }
h1, h2, td { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
.facts th, .facts td { text-align: left; vertical-align: top; padding: 1.2mm 0; border-bottom: 0.3mm solid #b1b4b6 }
.facts th { width: 38mm; padding-right: 4mm }
.facts tr { break-inside: avoid; page-break-inside: avoid }
.facts .group { padding-top: 4mm; font-size: 11.5pt }
.concerns { margin: 0 0 6mm }
.concerns td { border: 1mm solid #aa2a16; padding: 4mm 5mm 2mm }
.foot { margin-top: 9mm; padding-top: 2mm; border-top: 0.3mm solid #b1b4b6; font-size: 9pt; color: #505a5f }
@media print { body { max-width: none; margin: 0; padding: 0 } }
`;

/** A table of one cell: Word, and so Outlook, draws its border where it would drop another box's. */
const box = (content: string): string =>
  `<table class="concerns" role="presentation" border="1" cellpadding="12"><tr><td>${content}</td></tr></table>`;

const row = ([label, value]: Fact): string =>
  value === ""
    ? `<tr><th scope="rowgroup" class="group" colspan="2">${escapeHtml(label)}</th></tr>`
    : `<tr><th scope="row">${escapeHtml(label)}</th><td>${value.split("\n").map(escapeHtml).join("<br>")}</td></tr>`;

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case "box":
      return box(`<p><strong>${escapeHtml(block.title)}</strong></p>${block.texts.map(paragraphs).join("")}`);
    case "note":
      return `<p><strong>${escapeHtml(block.label)}</strong> ${escapeHtml(block.text)}</p>`;
    case "title":
      return `<h1>${escapeHtml(block.text)}</h1>`;
    case "heading":
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case "text":
      return paragraphs(block.text);
    case "facts":
      return `<table class="facts">${block.facts.map(row).join("")}</table>`;
  }
};

/** A page of its own, for screen and A4: no script, no image, nothing fetched, and a policy that refuses them all. */
export const recordPage = ({ title, foot, blocks, last }: RecordPage): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style(foot)}</style></head><body><main>${blocks.map(blockHtml).join("")}</main><p class="foot">${escapeHtml(last)}</p></body></html>`;
