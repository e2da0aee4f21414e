import type { View } from "../compact/document.ts";
import { textBlocks } from "../compact/forms/text-blocks.ts";
import { htmlBlocks, type ReadHtml } from "./html-blocks.ts";
import { withoutHidden } from "./without-hidden.ts";

export type BodyViews = { views: View[]; read: ReadHtml | undefined };

/** A mail's own words, as HTML and as plain text: the first is what a person sees. */
export const bodyViews = ({ html, text }: { html: string; text: string }): BodyViews => {
  const views: View[] = [];
  const read = html.trim() ? htmlBlocks(html) : undefined;
  if (read) views.push({ source: "html", blocks: read.blocks });
  if (text.trim()) {
    const blocks = textBlocks(text);
    views.push({ source: "text", blocks: read?.hidden ? withoutHidden(blocks, read) : blocks });
  }
  return { views, read };
};
