import type { Block, View } from "../compact/document.ts";
import type { DocumentTexts } from "../compact/document-text.ts";
import { textBlocks } from "../compact/forms/text-blocks.ts";
import { hasTooManyLines, longestText } from "./bounds.ts";
import { attachedText } from "./charsets.ts";
import type { File } from "./files.ts";
import { htmlBlocks, type SeenPage } from "./html-blocks.ts";
import { type Seen, seenText, textOf, turnsLetters } from "./page/seen.ts";
import type { Parsed } from "./parse-mail.ts";

/** Word by word, with a space on either side, so that whole words are found. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** An honest page hides a line or two; each one more would be looked for in the whole of it. */
const mostLookedFor = 200;

/** A program that made plain text of the HTML repeats what nobody sees there. Such lines are no second witness. */
const withoutHidden = (text: readonly Block[], { hidden, blocks }: SeenPage): Block[] => {
  const unseen = wordsOf(hidden);
  const seen = wordsOf(blocks.map(textOf).join(" "));
  const known = new Map<string, boolean>();
  const isHidden = (words: string): boolean =>
    words.trim() !== "" && unseen.includes(words) && known.size < mostLookedFor && !seen.includes(words);
  return text.filter((block) => {
    const words = wordsOf(textOf(block));
    const verdict = known.get(words) ?? isHidden(words);
    if (unseen.includes(words)) known.set(words, verdict);
    return !verdict;
  });
};

type BodyViews = { views: View[]; page: SeenPage | undefined };

/** A mail's own words, as HTML and as plain text: the first is what a person sees. */
export const bodyViews = ({ html, text }: { html: string; text: string }): BodyViews => {
  const views: View[] = [];
  const page = html.trim() ? htmlBlocks(html) : undefined;
  if (page) views.push({ source: "html", blocks: page.blocks });
  if (text.trim()) {
    const blocks = textBlocks(text);
    views.push({ source: "text", blocks: page?.hidden ? withoutHidden(blocks, page) : blocks });
  }
  return { views, page };
};

type Views = { views: View[]; hidden: string[]; tooLarge: boolean; turnsLetters: boolean };

/** What a person is shown of it. */
const mostHidden = 2_000;

type SeenFile = Seen & { tooDeep?: boolean };

const seenIn = (file: File, documents: DocumentTexts): SeenFile | undefined => {
  if (file.handling === "html") return htmlBlocks(attachedText(file));
  if (file.handling === "text") return seenText(attachedText(file));
  const read = documents[file.hash];
  return read?.kind === "read" ? read : undefined;
};

/** The mail as it is seen: its page, its plain text, and each attached file that holds words. */
export const viewsOf = (parsed: Parsed, documents: DocumentTexts): Views => {
  const attached = parsed.files.filter(({ handling }) => handling === "text" || handling === "html");
  const tooLarge =
    [parsed.text, parsed.html, ...attached.map(({ content }) => content)].some(
      ({ length }) => length > longestText,
    ) || hasTooManyLines(parsed.text);
  if (tooLarge) return { views: [], hidden: [], tooLarge, turnsLetters: false };
  const { views, page } = bodyViews(parsed);
  const documented = parsed.files.filter(({ handling }) => handling === "document");
  const files = [...attached, ...documented].flatMap((file) => {
    const seen = seenIn(file, documents);
    return seen ? [{ source: `attachment:${file.name}`, seen }] : [];
  });
  const all: SeenFile[] = [...(page ? [page] : []), ...files.map(({ seen }) => seen)];
  return {
    views: [...views, ...files.map(({ source, seen: { blocks } }) => ({ source, blocks }))],
    hidden: all.flatMap(({ hidden }) => (hidden ? [hidden.slice(0, mostHidden)] : [])),
    tooLarge: all.some(({ tooDeep }) => tooDeep),
    turnsLetters: turnsLetters(parsed.text) || all.some((seen) => seen.turnsLetters),
  };
};
