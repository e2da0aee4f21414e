import type { Paragraph } from "../domain/letters/letter.ts";
import { escapeHtml } from "./escape.ts";

const block = ({ heading, lines }: Paragraph): string =>
  `${heading ? `<h2 style="font-size:17px;margin:20px 0 4px">${escapeHtml(heading)}</h2>` : ""}<p style="margin:0 0 12px;line-height:1.45">${lines.map(escapeHtml).join("<br>")}</p>`;

/** One column, no images, no script: reads the same in Outlook, on a phone and on paper. */
export const html = (title: string, paragraphs: readonly Paragraph[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body style="font-family:Arial,sans-serif;font-size:15px;color:#0b0c0c;max-width:640px;margin:16px">${paragraphs.map(block).join("")}</body></html>`;

export const text = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ heading, lines }) => [...(heading ? [heading] : []), ...lines].join("\n")).join("\n\n");
